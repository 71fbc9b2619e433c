import type { Person } from "#api/platform/actor";
import { BYTE_ORDER_MARK, CSV_TYPE, csvAmount, csvLines } from "#api/platform/csv-text";
import type { Deps } from "#api/platform/deps";
import type { OrderTableQuery } from "#shared/contracts/order-table";
import type { Language } from "#shared/kernel/language";
import { exportOrders } from "./list-order-table";
import { cellsOf, headerOf } from "./order-cells";

export type OrdersFile = { language: Language; query: Omit<OrderTableQuery, "after" | "limit"> };

/** Orders as CSV, read from the database as fast as the receiver takes them. */
export const writeOrdersCsv = (deps: Deps, person: Person, file: OrdersFile) => ({
  name: "orders.csv",
  contentType: CSV_TYPE,
  body: lines(deps, person, file),
});

async function* lines(deps: Deps, person: Person, { language, query }: OrdersFile): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const text = (cell: string | number) => (typeof cell === "number" ? csvAmount(language, String(cell)) : cell);
  yield encoder.encode(BYTE_ORDER_MARK + csvLines(language, [headerOf(language)]));
  for await (const orders of exportOrders(deps, person, query))
    yield encoder.encode(
      csvLines(
        language,
        orders.map((order) => cellsOf(language, order).map(text)),
      ),
    );
}
