import type { CityOrder } from "#sim/bench/dispatch/city/read-day";
import { noteStatus } from "#sim/chaos/journal";
import type { Play } from "./play";
import { branchKey } from "./scene";

/** Told to a customer when the order was placed. */
export type Placed = { orderId: string; promisedMs: number };

const LOOKS_AGAIN_S = 5;

/** Everybody has one order at a time; who got his may order again. */
export type Crowd = {
  /** Whoever is free; where nobody is, somebody is waited for. */
  takeOne(): Promise<number>;
};

export function createCrowd({ city, time, street }: Pick<Play, "city" | "time" | "street">): Crowd {
  const free = [...city.customers];
  street.onServed((customer) => void free.push(customer));
  return {
    async takeOne() {
      while (free.length === 0) await time.pass(LOOKS_AGAIN_S);
      return free.shift()!;
    },
  };
}

/** Asks for the price and orders at it. @returns `null` when the house said no, which the journal then knows */
export async function place(play: Play, customer: number, order: CityOrder): Promise<Placed | null> {
  const { house, city, journal, street } = play;
  const ask = house.as("customer", customer);
  const key = `replay-order-${order.id}`;
  journal.attempts.set(key, { customer, orderId: null, refused: null });
  const wanted = {
    branchId: city.branches.get(branchKey(order.pickup))!.id,
    fulfilment: "delivery",
    dropoff: { ...order.dropoff, text: key },
    lines: [{ itemId: city.itemId, modifierIds: [], quantity: 1 }],
  };
  for (;;) {
    const quote = await ask("POST", "/quotes", wanted);
    const { fingerprint, code } = quote.body;
    if (quote.status !== 200) return refused(play, key, customer, code);
    const body = { ...wanted, fingerprint, paymentMethod: "cash", note: key };
    const reply = await ask("POST", "/orders", body, { "x-idempotency-key": key });
    if (reply.body.code === "quote.changed") continue;
    if (reply.status !== 200) return refused(play, key, customer, reply.body.code);
    const orderId = String(reply.body.id);
    journal.attempts.set(key, { customer, orderId, refused: null });
    noteStatus(journal, orderId, String(reply.body.status));
    street.customerOf.set(orderId, customer);
    return { orderId, promisedMs: Date.parse(String(reply.body.promisedAt)) };
  }
}

function refused({ journal }: Play, key: string, customer: number, code: unknown): null {
  journal.attempts.set(key, { customer, orderId: null, refused: String(code) });
  return null;
}

/** The customer reads it out at the door. */
export async function pinOf({ house, street }: Play, orderId: string): Promise<string | null> {
  const customer = street.customerOf.get(orderId);
  if (customer === undefined) return null;
  const { body } = await house.as("customer", customer)("GET", `/orders/${orderId}`);
  return (body.delivery as { pin?: string } | null | undefined)?.pin ?? null;
}
