import { toBase64 } from "./to-base64";

export type Recorded = { base64: string; mimeType: string; durationS: number; isTone: boolean };
export type Recording = { finish: () => void; result: Promise<Recorded> };

const TONE_S = 2;

/** Record until `finish`; on a computer without a microphone a short tone stands in, and says so. */
export function recordVoice(): Recording {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { finish: () => finish(), result: record(finished) };
}

async function record(finished: Promise<void>): Promise<Recorded> {
  const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => undefined);
  if (!stream) return { base64: await toBase64(tone()), mimeType: "audio/wav", durationS: TONE_S, isTone: true };
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  const startedAt = Date.now();
  recorder.start();
  await finished;
  recorder.stop();
  await stopped;
  for (const track of stream.getTracks()) track.stop();
  const durationS = Math.max(1, Math.round((Date.now() - startedAt) / 1_000));
  const mimeType = recorder.mimeType.split(";")[0] || "audio/ogg";
  return { base64: await toBase64(new Blob(parts)), mimeType, durationS, isTone: false };
}

/** A WAV file of a soft 440 Hz tone, 8 bits at 8 kHz. */
function tone(): Blob {
  const rate = 8_000;
  const samples = Uint8Array.from(
    { length: rate * TONE_S },
    (_, index) => 128 + 40 * Math.sin((index * 440 * 2 * Math.PI) / rate),
  );
  const header = new DataView(new ArrayBuffer(44));
  const write = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++) header.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, "RIFF");
  header.setUint32(4, 36 + samples.length, true);
  write(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, rate, true);
  header.setUint32(28, rate, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  write(36, "data");
  header.setUint32(40, samples.length, true);
  return new Blob([header, samples], { type: "audio/wav" });
}
