import { sql } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations } from "#api/platform/with-actor";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Rows of one statement: short locks, far from the limit of a transaction. */
const AT_ONCE = 5_000;

/**
 * What may be forgotten: a table, the column that ages, and how old is old enough. `real` ages by the machine's clock.
 * Nothing of the business is in here.
 */
export const PURGED = [
  { table: "idempotency_keys", column: "expires_at", keepMs: 0, real: true },
  // A screen may come back after an hour, and asks for a minute more.
  { table: "events", column: "recorded_at", keepMs: 2 * HOUR_MS, real: true },
  // Telegram repeats an update for a day.
  { table: "inbound_updates", column: "received_at", keepMs: 2 * DAY_MS, real: true, where: "finished_at is not null" },
  { table: "refresh_tokens", column: "expires_at", keepMs: 0, real: true },
  { table: "sign_ins", column: "at", keepMs: 90 * DAY_MS, real: true },
  // A season of the inbox; what was said in chats stays there.
  { table: "notifications", column: "created_at", keepMs: 90 * DAY_MS, real: false, where: "state <> 'due'" },
  { table: "dispatch_rounds", column: "at", keepMs: 3 * DAY_MS, real: false },
] as const satisfies readonly Purged[];

type Purged = { table: string; column: string; keepMs: number; real: boolean; where?: string };

/** Days of history of where couriers were. */
const POSITION_DAYS = 30;

/** Forgets what is old. Safe to run twice, and by two processes at once. @returns rows forgotten, by table */
export async function purge(deps: Deps): Promise<Record<string, number>> {
  const forgotten: Record<string, number> = {};
  for (const purged of PURGED) forgotten[purged.table] = await purgeTable(deps, purged);
  const before = new Date(deps.clock.now().getTime() - POSITION_DAYS * DAY_MS).toISOString().slice(0, 10);
  await acrossOrganisations(deps, (tx) => tx.execute(sql`select drop_positions_before(${before}::text::date)`));
  return forgotten;
}

async function purgeTable(deps: Deps, { table, column, keepMs, real, where }: Purged): Promise<number> {
  const now = real ? deps.clock.realNow() : deps.clock.now();
  const before = new Date(now.getTime() - keepMs).toISOString();
  let forgotten = 0;
  for (let rows = AT_ONCE; rows === AT_ONCE; forgotten += rows)
    rows = await acrossOrganisations(deps, async (tx) => {
      const gone = await tx.execute(sql`
        delete from ${sql.identifier(table)} where ctid = any(array(
          select ctid from ${sql.identifier(table)}
          where ${sql.identifier(column)} < ${before}::timestamptz ${sql.raw(where ? `and ${where}` : "")}
          limit ${AT_ONCE} for update skip locked))`);
      return gone.count;
    });
  return forgotten;
}

/** The partitions of today and tomorrow, so that midnight finds the door open. */
export async function openPositionDays(deps: Deps): Promise<void> {
  const todayMs = deps.clock.now().getTime();
  for (const dayMs of [todayMs, todayMs + DAY_MS]) {
    const day = new Date(dayMs).toISOString().slice(0, 10);
    await acrossOrganisations(deps, (tx) => tx.execute(sql`select ensure_positions_day(${day}::text::date)`));
  }
}
