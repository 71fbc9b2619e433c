import { placeOrder } from "#api/modules/orders/place-order";
import type { Deps } from "#api/platform/deps";
import type { NewOrder } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import type { Customer } from "./customers";

export type Statement = { text: string; parameters: unknown[] };
/** What one placement sent to Postgres, and which ids in it were new. */
export type Captured = { statements: Statement[]; freshIds: Id[] };

/** Places one order and writes down what goes over the wire. Nothing else may use the pool meanwhile. */
export async function capture(deps: Deps, customer: Customer, wish: NewOrder): Promise<Captured> {
  const statements: Statement[] = [];
  const freshIds: Id[] = [];
  const newId = () => {
    const id = deps.newId();
    freshIds.push(id);
    return id;
  };
  const key = newId();
  deps.sql.options.debug = (_connection, text, parameters) => {
    if (!/^\s*(begin|commit|rollback)/i.test(text)) statements.push({ text, parameters: [...parameters] });
  };
  try {
    await placeOrder({ ...deps, newId }, customer.person, wish, key);
  } finally {
    deps.sql.options.debug = false;
  }
  return { statements, freshIds };
}

/** The same statements for another order: every new id is another one, wherever it stands. */
export function renew({ statements, freshIds }: Captured, newId: () => Id): Statement[] {
  const renewed = new Map(freshIds.map((id) => [id, newId()]));
  const pattern = new RegExp(freshIds.join("|"), "g");
  const change = (value: unknown): unknown => {
    if (typeof value === "string") return value.replaceAll(pattern, (id) => renewed.get(id) ?? id);
    return Array.isArray(value) ? value.map(change) : value;
  };
  return statements.map(({ text, parameters }) => ({ text, parameters: parameters.map(change) }));
}
