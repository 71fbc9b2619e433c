/** Two short tones, as a telephone would: heard across a room, bearable for a shift. */
const TONES = [880, 660] as const;
const TONE_SECONDS = 0.18;
const REPEAT_MS = 2_500;

let audio: AudioContext | null = null;

/** Browsers let a page sound only after a tap: to be called from one. */
export async function allowSound(): Promise<boolean> {
  audio ??= new AudioContext();
  await audio.resume().catch(() => {}); // refused without a tap, and the state says so
  return audio.state === "running";
}

export const mayUseSound = (): boolean => audio?.state === "running";

/** Rings until it is stopped. */
export function ringUntilStopped(): () => void {
  ring();
  const timer = setInterval(ring, REPEAT_MS);
  return () => clearInterval(timer);
}

function ring(): void {
  if (audio?.state !== "running") return;
  for (const [index, hertz] of TONES.entries()) tone(audio, hertz, audio.currentTime + index * TONE_SECONDS);
}

function tone(context: AudioContext, hertz: number, at: number): void {
  const [oscillator, volume] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0.2, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + TONE_SECONDS);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + TONE_SECONDS);
}
