import type { Place } from "./mercator";

const CENTRE: Place = { latitude: 41.3111, longitude: 69.2797 };
const key = (person: number) => `local-telegram-place-${person}`;

/** Where this person stood last, so that the map opens there; the middle of Tashkent at first. */
export function placeOf(person: number): Place {
  const stored = localStorage.getItem(key(person));
  return stored ? (JSON.parse(stored) as Place) : CENTRE;
}

export const rememberPlace = (person: number, { latitude, longitude }: Place): void =>
  localStorage.setItem(key(person), JSON.stringify({ latitude, longitude }));
