import type { Tone } from "./map-parts";

const VARIABLE: Record<Tone, string> = {
  accent: "--accent",
  good: "--good",
  late: "--late",
  alarm: "--alarm",
  quiet: "--hint",
};

/** A canvas knows no CSS variables, so they are read when it is drawn. */
export function toneColours(): Record<Tone, string> & { ground: string; text: string } {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const of = (tone: Tone) => read(VARIABLE[tone]);
  return {
    accent: of("accent"),
    good: of("good"),
    late: of("late"),
    alarm: of("alarm"),
    quiet: of("quiet"),
    ground: read("--surface"),
    text: read("--text"),
  };
}
