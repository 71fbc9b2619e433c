import { type MinHeap, minHeap } from "./min-heap";

/** A sparse rectangular assignment problem in compressed rows: row r's arcs are `start[r]` … `start[r + 1] − 1`. */
export type SparseProblem = {
  columns: number;
  start: Int32Array;
  column: Int32Array;
  /** Finite, any sign. */
  cost: Float64Array;
  /** What it costs to leave a row without a column. */
  unmatchedCost: Float64Array;
};

export type Matching = {
  /** Per row its column, or −1. */
  columnOf: Int32Array;
  objective: number;
  /** Arcs looked at. */
  steps: number;
};

/** What one search for the cheapest way to place a row leaves behind. */
type Search = {
  distance: Float64Array;
  via: Int32Array;
  /** Settled columns in their order, and a mark on each: rounding must not reopen one, or a path could bite its tail. */
  settled: Int32Array;
  isSettled: Uint8Array;
  heap: MinHeap;
  steps: number;
};

/**
 * Minimum-cost matching of rows to columns, each at most once, by successive shortest augmenting paths: rows join one
 * by one, each along the cheapest chain of re-assignments, found by Dijkstra on costs reduced by the columns' prices
 * (R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
 * Computing 38, 1987). Every row owns a private column at `unmatchedCost`, so a path always exists; that column is
 * never stored: a path may end at any row it reaches by leaving that row unmatched.
 *
 * Exact. O(rows · (arcs reached · log arcs)); searches stay local, since they stop at the first free end.
 */
export function matchSparse(problem: SparseProblem): Matching {
  const rows = problem.unmatchedCost.length;
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(problem.columns).fill(-1);
  const price = new Float64Array(problem.columns); // never positive; a column is cheaper by it than its arcs say
  const search: Search = {
    distance: new Float64Array(problem.columns).fill(Number.POSITIVE_INFINITY),
    via: new Int32Array(problem.columns),
    settled: new Int32Array(problem.columns),
    isSettled: new Uint8Array(problem.columns),
    heap: minHeap(),
    steps: 0,
  };
  for (let row = 0; row < rows; row++) placeRow(problem, row, columnOf, rowOf, price, search);
  return { columnOf, objective: objectiveOf(problem, columnOf), steps: search.steps };
}

/** Dijkstra from one row: to a free column, or to a row that had better stay unmatched, whichever is nearer. */
function placeRow(
  problem: SparseProblem,
  newRow: number,
  columnOf: Int32Array,
  rowOf: Int32Array,
  price: Float64Array,
  search: Search,
): void {
  const { distance, settled, isSettled, heap } = search;
  const touched: number[] = [];
  let settledCount = 0;
  let row = newRow;
  let rowDistance = 0; // reduced length of the path to `row`, counted before it takes a column
  let bestEnd = problem.unmatchedCost[newRow]!;
  let endRow = newRow; // who is left out if the path ends by leaving somebody out
  let endColumn = -1;
  relax(problem, row, rowDistance, bestEnd, price, search, touched);
  for (;;) {
    const column = heap.pop(distance);
    if (column < 0 || distance[column]! >= bestEnd) break;
    if (isSettled[column] === 1) continue;
    settled[settledCount++] = column;
    isSettled[column] = 1;
    if (rowOf[column]! < 0) {
      bestEnd = distance[column]!;
      endColumn = column;
      break;
    }
    row = rowOf[column]!;
    rowDistance = distance[column]! - reducedCost(problem, row, column, price);
    const leaveOut = rowDistance + problem.unmatchedCost[row]!;
    if (leaveOut < bestEnd) {
      bestEnd = leaveOut;
      endRow = row;
    }
    relax(problem, row, rowDistance, bestEnd, price, search, touched);
  }
  for (let i = 0; i < settledCount; i++) {
    const column = settled[i]!;
    if (distance[column]! < bestEnd) price[column]! += distance[column]! - bestEnd;
  }
  augment(newRow, endRow, endColumn, columnOf, rowOf, search.via);
  for (const column of touched) {
    distance[column] = Number.POSITIVE_INFINITY;
    isSettled[column] = 0;
  }
  heap.clear();
}

function relax(
  problem: SparseProblem,
  row: number,
  rowDistance: number,
  bound: number,
  price: Float64Array,
  search: Search,
  touched: number[],
): void {
  const { distance, via, isSettled, heap } = search;
  const end = problem.start[row + 1]!;
  for (let arc = problem.start[row]!; arc < end; arc++) {
    search.steps += 1;
    const column = problem.column[arc]!;
    const length = rowDistance + problem.cost[arc]! - price[column]!;
    if (isSettled[column] === 1 || !(length < distance[column]! && length < bound)) continue;
    if (distance[column] === Number.POSITIVE_INFINITY) touched.push(column);
    distance[column] = length;
    via[column] = row;
    heap.push(column, length);
  }
}

/** Walks back from the path's end and hands every column on the way to the row that reached it. */
function augment(
  newRow: number,
  endRow: number,
  endColumn: number,
  columnOf: Int32Array,
  rowOf: Int32Array,
  via: Int32Array,
): void {
  let column = endColumn;
  if (column < 0) {
    column = columnOf[endRow]!; // gives its column away; −1 when the new row itself stays out
    columnOf[endRow] = -1;
  }
  while (column >= 0) {
    const row = via[column]!;
    const given = columnOf[row]!;
    columnOf[row] = column;
    rowOf[column] = row;
    column = row === newRow ? -1 : given;
  }
}

function reducedCost(problem: SparseProblem, row: number, column: number, price: Float64Array): number {
  return costOf(problem, row, column) - price[column]!;
}

function costOf(problem: SparseProblem, row: number, column: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let arc = problem.start[row]!; arc < problem.start[row + 1]!; arc++) {
    if (problem.column[arc] === column) least = Math.min(least, problem.cost[arc]!);
  }
  return least;
}

function objectiveOf(problem: SparseProblem, columnOf: Int32Array): number {
  let sum = 0;
  for (let row = 0; row < columnOf.length; row++) {
    const column = columnOf[row]!;
    sum += column < 0 ? problem.unmatchedCost[row]! : costOf(problem, row, column);
  }
  return sum;
}
