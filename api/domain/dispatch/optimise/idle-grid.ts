import type { Point } from "#shared/kernel/geo";

/** About half a kilometre: a few idle couriers in a busy city. */
const CELL_DEGREES = 0.005;

/** Beyond so many cells all who are left are looked at: they are few, or far from everything. */
const MOST_RINGS = 8;

/** Cells of one row are next to each other, and rows never meet. */
const ROW = 1_000_000;

/** Who stands idle, by where. Built in a fraction of the time of a tree, and people leave it: for a round without time. */
export type IdleGrid = {
  /** The nearest who may go, by the straight line, or −1. */
  nearest(to: Point, may: (idle: number) => boolean): number;
  take(idle: number): void;
};

export function idleGrid(points: readonly Point[]): IdleGrid {
  // Degrees of longitude shrink towards the poles; one factor per city is exact enough.
  const squeeze = Math.cos(((points[0]?.lat ?? 0) * Math.PI) / 180);
  const x = Float64Array.from(points, ({ lng }) => lng * squeeze);
  const y = Float64Array.from(points, ({ lat }) => lat);
  const cellAt = (lng: number, lat: number) => Math.floor(lat / CELL_DEGREES) * ROW + Math.floor(lng / CELL_DEGREES);
  const cells = new Map<number, number[]>();
  points.forEach((_, idle) => {
    const cell = cellAt(x[idle]!, y[idle]!);
    const others = cells.get(cell);
    if (others) others.push(idle);
    else cells.set(cell, [idle]);
  });
  const search = ({ lat, lng }: Point, may: ((idle: number) => boolean) | null): number => {
    let best = -1;
    let bestSquare = Number.POSITIVE_INFINITY;
    const look = (cell: readonly number[]) => {
      for (const idle of cell) {
        const square = (x[idle]! - lng * squeeze) ** 2 + (y[idle]! - lat) ** 2;
        if (square >= bestSquare || may?.(idle) === false) continue;
        bestSquare = square;
        best = idle;
      }
    };
    const home = cellAt(lng * squeeze, lat);
    for (let ring = 0; ring <= MOST_RINGS; ring++) {
      for (const offset of RINGS[ring]!) look(cells.get(home + offset) ?? []);
      // Whoever is outside the rings is at least so many cells away.
      if (best >= 0 && bestSquare <= (ring * CELL_DEGREES) ** 2) return best;
    }
    for (const cell of cells.values()) look(cell);
    return best;
  };
  return {
    nearest(to, may) {
      // Nearly always the nearest may: one question instead of one for each who is nearer than the last.
      const nearest = search(to, null);
      return nearest < 0 || may(nearest) ? nearest : search(to, may);
    },
    take(idle) {
      const cell = cells.get(cellAt(x[idle]!, y[idle]!))!;
      cell.splice(cell.indexOf(idle), 1);
      if (cell.length === 0) cells.delete(cellAt(x[idle]!, y[idle]!));
    },
  };
}

/** The cells at exactly so many steps, as differences from the middle. */
const RINGS: readonly (readonly number[])[] = Array.from({ length: MOST_RINGS + 1 }, (_, ring) => {
  const offsets: number[] = [];
  for (let row = -ring; row <= ring; row++) {
    for (let column = -ring; column <= ring; column++) {
      if (Math.max(Math.abs(row), Math.abs(column)) === ring) offsets.push(row * ROW + column);
    }
  }
  return offsets;
});
