import type { IconName } from "../ui/Icon";

export type Place = { lat: number; lng: number };
/** In the colours of the theme. */
export type Tone = "accent" | "good" | "late" | "alarm" | "quiet";

/** A pin with an icon; few of them, moving smoothly. Thousands are `Dot`s. */
export type Pin = {
  id: string;
  at: Place;
  icon: IconName;
  /** For those who cannot see it, and as a hint. */
  label: string;
  tone?: Tone;
  /** Stands above its place on a stem, so that what moves there is seen. */
  raised?: boolean;
  /** Degrees from north. */
  heading?: number | null;
  onPress?: () => void;
};

/** One of many on a busy map, drawn without elements of the page; near ones gather under a number. */
export type Dot = { id: string; at: Place; tone: Tone /** One or two letters inside. */; mark?: string };

export type Line = { id: string; points: readonly Place[]; tone?: Tone; dashed?: boolean };
/** Rings of [lng, lat], as GeoJSON has them. */
export type Area = { id: string; rings: readonly (readonly (readonly [number, number])[])[]; tone?: Tone };

export type MapContents = {
  pins?: readonly Pin[];
  dots?: readonly Dot[];
  lines?: readonly Line[];
  areas?: readonly Area[];
};
