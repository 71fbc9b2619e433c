import type { Person } from "#api/platform/actor";
import { writeCursor } from "#api/platform/cursor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import {
  COUNT_MAX,
  type OrderTablePage,
  type OrderTableQuery,
  type OrderTableRow,
} from "#shared/contracts/order-table";
import { findOrders } from "./find-orders.queries";

/** A page of all orders ever placed at the person's branches. @throws Refusal `auth.not_allowed`, `request.invalid` */
export const listOrderTable = (deps: Deps, person: Person, query: OrderTableQuery): Promise<OrderTablePage> => {
  mustMay(person, "order.export");
  return withActor(deps, person, async ({ tx }) => {
    const sql = connectionOf(tx);
    const isFirst = query.after === undefined;
    const wanted = { ...query, limit: query.limit + 1, ...(isFirst && { countMost: COUNT_MAX }) };
    const rows = await findOrders(sql, person, wanted);
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return {
      orders: page.map(({ place: _, fit: _fit, ...row }) => row),
      next: last ? writeCursor(last.place) : null,
      count: isFirst ? (rows[0]?.fit ?? 0) : null,
    };
  });
};

/** Rows of one statement of an export: short, so that no export holds a transaction for long. */
const EXPORT_ROWS = 2_000;

/** All orders that fit, newest first, a page of them at a time. */
export async function* exportOrders(
  deps: Deps,
  person: Person,
  filter: Omit<OrderTableQuery, "after" | "limit">,
): AsyncGenerator<OrderTableRow[]> {
  const asked = { ...filter, limit: EXPORT_ROWS };
  let after: string | undefined;
  while (true) {
    const rows = await withActor(deps, person, ({ tx }) => findOrders(connectionOf(tx), person, { ...asked, after }));
    if (rows.length > 0) yield rows;
    if (rows.length < EXPORT_ROWS) return;
    after = writeCursor(rows.at(-1)!.place);
  }
}
