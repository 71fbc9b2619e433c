import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "#shared/kernel/random";
import type { Cast, Extra } from "./cast";
import { type Journal, noteStatus } from "./journal";
import { persist } from "./persist";

type Rush = { cast: Cast; journal: Journal; random: Random; seed: number; ordersPerSecond: number; seconds: number };

const CANCEL_SHARE = 0.08;
const MARKER = "chaos"; // begins the note of every order, which ends with its key

/** Orders at a steady rate. Each is asked for under one key until somebody answers: placed, or refused. */
export async function rush({ cast, journal, random, seed, ordersPerSecond, seconds }: Rush): Promise<void> {
  const count = ordersPerSecond * seconds;
  const startMs = performance.now();
  const placing: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const dueMs = startMs + (n * 1_000) / ordersPerSecond;
    await pause(Math.max(0, dueMs - performance.now()));
    const customer = cast.customers[Math.floor(random() * cast.customers.length)]!;
    placing.push(placeOne({ cast, journal, random }, customer, `${MARKER}-${seed}-${n}`));
  }
  await Promise.all(placing);
}

type Shop = Pick<Rush, "cast" | "journal" | "random">;

async function placeOne(shop: Shop, customer: Extra, key: string): Promise<void> {
  const { journal, random } = shop;
  journal.attempts.set(key, { customer: customer.telegramId, orderId: null, refused: null });
  const wanted = wantedBy(shop, key);
  for (;;) {
    const quote = await persist(() => customer.call("POST", "/quotes", wanted), random);
    if (quote?.status !== 200) return refuse(journal, key, quote?.body.code);
    const order = { ...wanted, fingerprint: quote.body.fingerprint, paymentMethod: "cash", note: key };
    const reply = await persist(() => customer.call("POST", "/orders", order, { "x-idempotency-key": key }), random);
    if (reply?.body.code === "quote.changed") continue;
    if (reply?.status !== 200) return refuse(journal, key, reply?.body.code);
    const orderId = String(reply.body.id);
    journal.attempts.set(key, { customer: customer.telegramId, orderId, refused: null });
    noteStatus(journal, orderId, String(reply.body.status));
    if (random() < CANCEL_SHARE) await cancel(shop, customer, orderId);
    return;
  }
}

function wantedBy({ cast, random }: Shop, key: string) {
  const branch = cast.branches[Math.floor(random() * cast.branches.length)]!;
  const lines = new Map<string, { itemId: string; modifierIds: string[]; quantity: number }>();
  for (let line = 0; line < 1 + random() * 3; line += 1) {
    const item = branch.items[Math.floor(random() * branch.items.length)]!;
    lines.set(item.id, { itemId: item.id, modifierIds: item.modifierIds, quantity: 2 + Math.floor(random() * 3) });
  }
  const dropoff = { lat: branch.lat + (random() - 0.5) * 0.03, lng: branch.lng + (random() - 0.5) * 0.04, text: key };
  return { branchId: branch.id, fulfilment: "delivery", dropoff, lines: [...lines.values()] };
}

async function cancel({ journal, random }: Shop, customer: Extra, orderId: string): Promise<void> {
  await pause(200 + random() * 1_500);
  const reason = { reason: "changed_mind" };
  const reply = await persist(() => customer.call("POST", `/orders/${orderId}/cancel`, reason), random);
  if (reply?.status === 200) noteStatus(journal, orderId, "cancelled");
}

const refuse = (journal: Journal, key: string, code: unknown): void => {
  const attempt = journal.attempts.get(key);
  if (attempt) journal.attempts.set(key, { ...attempt, refused: String(code) });
};
