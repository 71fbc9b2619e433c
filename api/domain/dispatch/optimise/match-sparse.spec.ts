import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchSparse, type SparseProblem } from "./match-sparse";

type Arc = { row: number; column: number; cost: number };

function problemOf(columns: number, unmatched: readonly number[], arcs: readonly Arc[]): SparseProblem {
  const sorted = [...arcs].sort((a, b) => a.row - b.row);
  const start = new Int32Array(unmatched.length + 1);
  for (const { row } of sorted) start[row + 1]! += 1;
  for (let row = 0; row < unmatched.length; row++) start[row + 1]! += start[row]!;
  return {
    columns,
    start,
    column: Int32Array.from(sorted, (arc) => arc.column),
    cost: Float64Array.from(sorted, (arc) => arc.cost),
    unmatchedCost: Float64Array.from(unmatched),
  };
}

/** Tries everything: each row takes any free column of its own, or none. */
function bruteForce(unmatched: readonly number[], arcs: readonly Arc[], row = 0, used = new Set<number>()): number {
  if (row === unmatched.length) return 0;
  let best = unmatched[row]! + bruteForce(unmatched, arcs, row + 1, used);
  for (const arc of arcs) {
    if (arc.row !== row || used.has(arc.column)) continue;
    used.add(arc.column);
    best = Math.min(best, arc.cost + bruteForce(unmatched, arcs, row + 1, used));
    used.delete(arc.column);
  }
  return best;
}

const world = fc.record({
  columns: fc.integer({ min: 1, max: 6 }),
  unmatched: fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 6 }),
  raw: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: -20, max: 50 })), { maxLength: 30 }),
});

describe("matching rows to columns", () => {
  it("is as cheap as trying everything", () => {
    fc.assert(
      fc.property(world, ({ columns, unmatched, raw }) => {
        const arcs =
          unmatched.length === 0
            ? []
            : raw.map(([r, c, cost]) => ({ row: r % unmatched.length, column: c % columns, cost }));
        const { objective } = matchSparse(problemOf(columns, unmatched, arcs));
        expect(objective).toBeCloseTo(bruteForce(unmatched, arcs), 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives no column twice, and only along arcs that exist", () => {
    fc.assert(
      fc.property(world, ({ columns, unmatched, raw }) => {
        const arcs =
          unmatched.length === 0
            ? []
            : raw.map(([r, c, cost]) => ({ row: r % unmatched.length, column: c % columns, cost }));
        const matched = [...matchSparse(problemOf(columns, unmatched, arcs)).columnOf].map((column, row) => ({
          column,
          row,
        }));
        const taken = matched.filter(({ column }) => column >= 0);
        expect(new Set(taken.map(({ column }) => column)).size).toBe(taken.length);
        for (const pair of taken) expect(arcs).toContainEqual(expect.objectContaining(pair));
      }),
    );
  });

  it("ends with costs that differ by rounding only", () => {
    const cost = (row: number, column: number) => 0.1 * 3 * (row + 1) + 1e-13 * ((row * 7 + column * 13) % 11);
    const arcs = Array.from({ length: 400 }, (_, i) => ({
      row: i % 20,
      column: Math.floor(i / 20),
      cost: cost(i % 20, i),
    }));
    expect(matchSparse(problemOf(20, Array(20).fill(100), arcs)).columnOf).not.toContain(-1);
  });

  it("leaves a row out rather than pay more than that costs", () => {
    expect(matchSparse(problemOf(1, [5], [{ row: 0, column: 0, cost: 6 }])).columnOf[0]).toBe(-1);
  });
});
