import type { BoardOrder } from "#shared/contracts/board";

/** Where an order stands, left to right as it moves. `counter`: its customer collects it. */
export const COLUMNS = ["planned", "new", "search", "coming", "riding", "counter"] as const;
export type Column = (typeof COLUMNS)[number];

export function columnOf({ status, fulfilment, releaseAt, delivery }: BoardOrder): Column {
  if (status === "placed") return releaseAt ? "planned" : "new";
  if (fulfilment === "pickup") return "counter";
  if (!delivery || delivery.status === "waiting" || delivery.status === "offered") return "search";
  return delivery.status === "assigned" || delivery.status === "at_pickup" ? "coming" : "riding";
}

export type Filter = { branchId: string | null; text: string };

/** The cards of each column, the most urgent first as they came. `text` finds in the code and the street. */
export function sortIntoColumns(
  orders: readonly BoardOrder[],
  { branchId, text }: Filter,
): Record<Column, BoardOrder[]> {
  const columns: Record<Column, BoardOrder[]> = {
    planned: [],
    new: [],
    search: [],
    coming: [],
    riding: [],
    counter: [],
  };
  const wanted = text.trim().toLowerCase();
  for (const order of orders) {
    if (branchId && order.branchId !== branchId) continue;
    if (wanted && !`${order.code} ${order.addressText ?? ""}`.toLowerCase().includes(wanted)) continue;
    columns[columnOf(order)].push(order);
  }
  return columns;
}
