import type { Pixel } from "./mercator";

export type Block = { x: number; y: number; width: number; height: number; kind: "block" | "park" | "water" };
export type Road = { from: Pixel; to: Pixel; isMain: boolean };
export type StreetPlan = { blocks: Block[]; roads: Road[] };

// One block is that wide at zoom 15, about 190 m in Tashkent.
const CELL_PX = 52;
const MAIN_EVERY = 5;

/** A repeatable number in [0, 1) for a place of the grid. */
function chance(a: number, b: number, salt: number): number {
  const mixed = Math.sin(a * 127.1 + b * 311.7 + salt * 74.7) * 43_758.5453;
  return mixed - Math.floor(mixed);
}

/**
 * An invented city that covers the whole earth: the same streets at the same place every time, so that a moving pin
 * visibly moves. No tiles, no network. `left` and `top` are Mercator pixels at `zoom`.
 */
export function streetPlan(left: number, top: number, width: number, height: number, zoom: number): StreetPlan {
  // Zoomed out the grid is drawn coarser, or a city would be thousands of boxes.
  const cell = CELL_PX * 2 ** (zoom - Math.min(15, Math.floor(zoom)));
  const level = Math.min(15, Math.floor(zoom));
  const line = (index: number, axis: number) => (index + (chance(index, level, axis) - 0.5) * 0.45) * cell;
  const columns = range(left, width, cell);
  const rows = range(top, height, cell);
  const blocks = columns.flatMap((column) =>
    rows.map((row) => {
      const [x, y] = [line(column, 1), line(row, 2)];
      return { x, y, width: line(column + 1, 1) - x, height: line(row + 1, 2) - y, kind: kindOf(column, row, level) };
    }),
  );
  const isMain = (index: number) => index % MAIN_EVERY === 0;
  const vertical = columns.map((index) => ({
    from: { x: line(index, 1), y: top },
    to: { x: line(index, 1), y: top + height },
    isMain: isMain(index),
  }));
  const horizontal = rows.map((index) => ({
    from: { x: left, y: line(index, 2) },
    to: { x: left + width, y: line(index, 2) },
    isMain: isMain(index),
  }));
  return { blocks, roads: [...vertical, ...horizontal] };
}

function kindOf(column: number, row: number, level: number): Block["kind"] {
  const patch = chance(Math.floor(column / 2), Math.floor(row / 2), level + 9);
  if (patch > 0.9) return "park";
  if (patch < 0.045) return "water";
  return chance(column, row, level) > 0.95 ? "park" : "block";
}

const range = (start: number, length: number, cell: number): number[] => {
  const first = Math.floor(start / cell) - 1;
  return Array.from({ length: Math.ceil(length / cell) + 3 }, (_, index) => first + index);
};
