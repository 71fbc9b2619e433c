import type { BoardPart, BoardView } from "#shared/contracts/board";

type Asked = { orders: ReadonlySet<string>; couriers: ReadonlySet<string> };
type Row = { id: string };

/** The board with these rows anew. What was asked for and did not come back has left; all other cards stay the same objects. */
export const patchBoard = (board: BoardView, asked: Asked, part: BoardPart): BoardView => ({
  ...board,
  at: part.at,
  orders: patchRows(board.orders, asked.orders, part.orders, (a, b) => a.promisedAt.localeCompare(b.promisedAt)),
  couriers: patchRows(board.couriers, asked.couriers, part.couriers, (a, b) => a.firstName.localeCompare(b.firstName)),
});

function patchRows<T extends Row>(
  rows: T[],
  asked: ReadonlySet<string>,
  fresh: readonly T[],
  inOrder: (a: T, b: T) => number,
): T[] {
  if (asked.size === 0) return rows;
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const kept = rows.flatMap((row) => {
    const next = byId.get(row.id);
    byId.delete(row.id);
    return asked.has(row.id) ? (next ?? []) : row;
  });
  return [...kept, ...byId.values()].sort(inOrder);
}
