let audio: AudioContext | null = null;

/** Browsers let a page sound only after a first touch: this makes ready with it. */
export function unlockChime(): void {
  const open = () => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  addEventListener("pointerdown", open, { once: true });
}

/** Frequencies in Hz of two rising notes, audible through a helmet. */
const NOTES = [880, 1_320, 880, 1_320];
const NOTE_SECONDS = 0.16;

/** Two bright notes, twice. Silent where no touch has allowed a sound yet. */
export function chime(): void {
  if (audio?.state !== "running") return;
  for (const [index, frequency] of NOTES.entries()) note(audio, frequency, audio.currentTime + index * NOTE_SECONDS);
}

function note(context: AudioContext, frequency: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = "triangle";
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.6, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_SECONDS);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + NOTE_SECONDS);
}
