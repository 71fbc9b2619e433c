import type { OrderSummary } from "#shared/contracts/order";
import type { QuoteView } from "#shared/contracts/quote";
import type { Id } from "#shared/kernel/ids";
import type { Caller, Reply, World } from "./world";

/** A door near the plov branch of the seed. */
export const DOOR = { lat: 41.33, lng: 69.24, text: "Navoi street 12", landmark: "blue gate" };

let keys = 0;
/** A key that no other request of this run has. */
export const newKey = (): string => {
  keys += 1;
  return `test-key-${keys}`;
};

/** The n-th item of a branch's menu that needs no choices. */
export async function plainItem(world: World, branchId: Id, position = 0): Promise<{ id: Id; priceMinor: number }> {
  const rows = await world.owner<{ id: Id; price_minor: string }[]>`
    select i.id, i.price_minor from items i join branches b on b.brand_id = i.brand_id
    where b.id = ${branchId} and not exists (
      select 1 from modifier_groups g where g.item_id = i.id and g.min_choices > 0)
    order by i.price_minor desc, i.id offset ${position} limit 1`;
  return { id: rows[0]!.id, priceMinor: Number(rows[0]!.price_minor) };
}

/** A wish that the seed can fulfil: two of the dearest plain item of the plov branch, to the door. */
export async function wish(world: World, change: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const branchId = world.seeded.branches.plov!;
  const item = await plainItem(world, branchId);
  return { branchId, dropoff: DOOR, lines: [{ itemId: item.id, quantity: 2 }], ...change };
}

/** Asks for the price and places at it. */
export async function place(caller: Caller, wanted: Record<string, unknown>, key = newKey()): Promise<Reply> {
  const quote = await caller.post("/quotes", wanted);
  if (quote.status !== 200) return quote;
  const { fingerprint } = quote.body as QuoteView;
  return caller.post("/orders", { ...wanted, fingerprint }, { "x-idempotency-key": key });
}

/** An order of the seed's customer, placed. */
export async function placed(world: World, change: Record<string, unknown> = {}): Promise<OrderSummary> {
  const reply = await place(world.as("customer"), await wish(world, change));
  if (reply.status !== 200) throw new Error(`not placed: ${JSON.stringify(reply.body)}`);
  return reply.body as OrderSummary;
}
