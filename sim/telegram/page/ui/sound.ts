let context: AudioContext | undefined;
let isOn = localStorage.getItem("local-telegram-sound") !== "off";

// Browsers let a page sound only after somebody touched it.
addEventListener("pointerdown", () => {
  context ??= new AudioContext();
});

export const isSoundOn = (): boolean => isOn;
export const setSound = (on: boolean): void => {
  isOn = on;
  localStorage.setItem("local-telegram-sound", on ? "on" : "off");
};

/** Two short notes, the second higher: a message that wants to be heard. */
export function ding(): void {
  if (!isOn || !context) return;
  for (const [at, hertz] of [
    [0, 880],
    [0.09, 1_318],
  ] as const)
    note(context, context.currentTime + at, hertz);
}

function note(audio: AudioContext, at: number, hertz: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.16, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.4);
}
