import type { ZoneView } from "#shared/contracts/zone";
import type { Area, Tone } from "../../kit/map/map-parts";

const TONES: readonly Tone[] = ["accent", "good", "late", "alarm"];

/** Each zone in a colour of its own, as far as there are colours; the same on the map and in the list. */
export const toneAt = (index: number): Tone => TONES[index % TONES.length]!;

export const areaOf = ({ id, polygon }: ZoneView, tone: Tone): Area => ({ id, rings: polygon.coordinates, tone });
