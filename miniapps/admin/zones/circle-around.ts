import type { Polygon } from "#shared/kernel/geo";
import type { Metres } from "#shared/kernel/units";
import type { Place } from "../../kit/map/map-parts";

const CORNERS = 24;
const METRES_PER_DEGREE = 111_195; // of latitude, on the sphere that distances are measured on

/** A border around a place, as near to a circle as corners that can be moved by hand allow. */
export function circleAround({ lat, lng }: Place, radiusMetres: Metres): Polygon {
  const north = radiusMetres / METRES_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  const corners = Array.from({ length: CORNERS }, (_, index): [number, number] => {
    const angle = (2 * Math.PI * index) / CORNERS;
    return [rounded(lng + east * Math.cos(angle)), rounded(lat + north * Math.sin(angle))];
  });
  return { type: "Polygon", coordinates: [[...corners, corners[0]!]] };
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
