import type { Point } from "#shared/kernel/geo";
import type { BranchView } from "../delivery-view";

/** A place and what is expected to be ordered from around it in an hour. */
export type DemandCentre = { point: Point; perHour: number };

/** Up to this many branches each is a centre of its own … */
const FEW = 200;

/** … beyond it those of one cell are taken together, about two kilometres wide, … */
const CELL_DEGREES = 0.02;

/** … and the busiest cells stand for the city: remoteness is an estimate, not a route. */
const MOST_CELLS = 64;

/** Where couriers will be wanted. Branches of which nothing is known, or no number, are none. */
export function demandCentres(branches: readonly BranchView[]): DemandCentre[] {
  const wanted = branches
    .filter(({ expectedOrdersPerHour: n }) => n > 0 && n < Number.POSITIVE_INFINITY)
    .map(({ point, expectedOrdersPerHour }) => ({ point, perHour: expectedOrdersPerHour }));
  return wanted.length <= FEW ? wanted : busiestCells(wanted);
}

function busiestCells(wanted: readonly DemandCentre[]): DemandCentre[] {
  const cells = new Map<string, { lat: number; lng: number; perHour: number }>();
  for (const { point, perHour } of wanted) {
    const key = `${Math.floor(point.lat / CELL_DEGREES)} ${Math.floor(point.lng / CELL_DEGREES)}`;
    const cell = cells.get(key) ?? { lat: 0, lng: 0, perHour: 0 };
    cell.lat += point.lat * perHour;
    cell.lng += point.lng * perHour;
    cell.perHour += perHour;
    cells.set(key, cell);
  }
  return [...cells.values()]
    .map(({ lat, lng, perHour }) => ({ point: { lat: lat / perHour, lng: lng / perHour }, perHour }))
    .sort((a, b) => b.perHour - a.perHour || a.point.lat - b.point.lat || a.point.lng - b.point.lng)
    .slice(0, MOST_CELLS);
}
