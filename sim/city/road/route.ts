import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Metres, Milliseconds } from "#shared/kernel/units";

/** A way through the streets: corners in driving order, at least one. */
export type Route = { points: readonly Point[]; metres: Metres };

/**
 * Round one corner, as streets go: about 1.27 times the straight line, over all directions.
 * @param luck which of the two corners
 */
export function routeBetween(from: Point, to: Point, luck: number): Route {
  const corner = luck < 0.5 ? { lat: from.lat, lng: to.lng } : { lat: to.lat, lng: from.lng };
  const points = [from, corner, to];
  return { points, metres: distanceMetres(from, corner) + distanceMetres(corner, to) };
}

export type Place = { at: Point; headingDegrees: number; isThere: boolean };

/** Where somebody is after so many metres. */
export function placeOn({ points }: Route, driven: Metres): Place {
  let left = driven;
  for (const [index, from] of points.slice(0, -1).entries()) {
    const to = points[index + 1]!;
    const length = distanceMetres(from, to);
    if (left < length)
      return { at: partOf(from, to, left / length), headingDegrees: bearing(from, to), isThere: false };
    left -= length;
  }
  const [last, before] = [points.at(-1)!, points.at(-2) ?? points.at(-1)!];
  return { at: last, headingDegrees: bearing(before, last), isThere: true };
}

const partOf = (from: Point, to: Point, share: number): Point => ({
  lat: from.lat + (to.lat - from.lat) * share,
  lng: from.lng + (to.lng - from.lng) * share,
});

const RADIANS = Math.PI / 180;

/** Initial bearing, in whole degrees from 1 to 360, as Telegram counts. */
function bearing(from: Point, to: Point): number {
  const east = (to.lng - from.lng) * Math.cos(from.lat * RADIANS);
  const degrees = Math.atan2(east, to.lat - from.lat) / RADIANS;
  return Math.round((degrees + 360) % 360) || 360;
}

export const drivenMetres = (speedKmh: number, tookMs: Milliseconds): Metres => (speedKmh / 3_600) * tookMs;

/** Some metres away in a direction; both by luck. */
export function near(centre: Point, { low, high }: { low: Metres; high: Metres }, luck: [number, number]): Point {
  const away = low + (high - low) * luck[0];
  const angle = luck[1] * 2 * Math.PI;
  const dLat = (away * Math.sin(angle)) / 111_320; // metres of one degree of latitude
  const dLng = (away * Math.cos(angle)) / (111_320 * Math.cos(centre.lat * RADIANS));
  return { lat: centre.lat + dLat, lng: centre.lng + dLng };
}
