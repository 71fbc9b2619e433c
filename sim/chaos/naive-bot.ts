/**
 * What most systems do: the change is saved, then published; the bot sends what it hears and forgets it. Kept to show
 * that the harness sees the losses which the ledger prevents.
 */

import { Redis } from "ioredis";
import postgres from "postgres";
import { createKeys } from "#api/platform/redis";
import { seededRandom } from "#shared/kernel/random";
import { appendSent, type Sent } from "./sent-log";

const random = seededRandom(Number(process.env.CHAOS_SEED) + process.pid);
const sql = postgres(process.env.DATABASE_URL!, { max: 4, onnotice: () => {} });
const redis = new Redis(process.env.REDIS_URL!);
redis.on("error", () => {});

type Heard = { kind: string; body: Record<string, string | null> };

/** 3 % answer 429, 3 % answer 502, 1 % hang: whoever does not ask again has lost the message. */
const FAILURES = 0.07;

async function tell({ kind, body }: Heard): Promise<void> {
  const sent = kind.startsWith("order.")
    ? await cardOf(body.orderId!)
    : kind === "offer.made"
      ? await offerOf(body.offerId!)
      : null;
  if (!sent || random() < FAILURES) return;
  appendSent(process.env.CHAOS_SENT_LOG!, { messageId: 1 + Math.floor(random() * 2 ** 40), about: null, ...sent });
}

async function cardOf(orderId: string): Promise<Omit<Sent, "messageId" | "about"> | null> {
  const [row] = await sql`
    select a.telegram_id, o.status, o.version from orders o join accounts a on a.id = o.account_id where o.id = ${orderId}`;
  return row
    ? { chat: Number(row.telegram_id), kind: "order.card", subjectId: orderId, version: row.version, shows: row.status }
    : null;
}

async function offerOf(offerId: string): Promise<Omit<Sent, "messageId" | "about"> | null> {
  const [row] = await sql`
    select a.telegram_id from offers f join couriers c on c.id = f.courier_id join accounts a on a.id = c.account_id
    where f.id = ${offerId}`;
  return row
    ? { chat: Number(row.telegram_id), kind: "offer.made", subjectId: offerId, version: 1, shows: null }
    : null;
}

await redis.subscribe(createKeys("peyk").events());
redis.on("message", (_, text) => {
  for (const event of JSON.parse(text) as Heard[]) void tell(event).catch(() => {}); // forgotten, as such systems do
});
