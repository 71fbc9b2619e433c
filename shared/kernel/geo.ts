import { z } from "zod";
import type { Metres } from "./units";

/** A place on earth, in degrees (WGS 84). */
export const Point = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });
export type Point = z.infer<typeof Point>;

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z
  .array(Position)
  .min(4)
  .max(1_000)
  .refine((ring) => ring[0]?.join() === ring.at(-1)?.join(), "a ring ends where it began");

/** A GeoJSON ring pair order is [lng, lat]; the first ring is the border, the others are holes. */
export const Polygon = z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring).min(1).max(20) });
export type Polygon = z.infer<typeof Polygon>;

/** Phones that do not know where they are report the place where Greenwich meets the equator: nobody lives there. */
export const isNowhere = ({ lat, lng }: Point): boolean => Math.abs(lat) < 0.01 && Math.abs(lng) < 0.01;

const EARTH_RADIUS_M = 6_371_008.8; // mean radius, IUGG
const RADIANS = Math.PI / 180;

/** Great-circle distance (haversine). */
export function distanceMetres(a: Point, b: Point): Metres {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLng = (b.lng - a.lng) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}
