import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

export type Unrest = { openOrders: number; liveOffers: number; dueNotifications: number; ringingAlerts: number };

const QUIET_FOR_MS = 1_500;

/**
 * Waits until nothing is under way any more.
 * @returns seconds until then, and what was still under way when patience ended
 */
export async function untilCalm(ownerUrl: string, limitMs: number): Promise<{ seconds: number; left: Unrest | null }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const startMs = performance.now();
  let quietSinceMs: number | null = null;
  try {
    for (;;) {
      const left = await unrest(sql);
      const nowMs = performance.now();
      if (Object.values(left).some((count) => count > 0)) quietSinceMs = null;
      else quietSinceMs ??= nowMs;
      if (quietSinceMs !== null && nowMs - quietSinceMs > QUIET_FOR_MS)
        return { seconds: (quietSinceMs - startMs) / 1_000, left: null };
      if (nowMs - startMs > limitMs) return { seconds: limitMs / 1_000, left };
      await pause(200);
    }
  } finally {
    await sql.end();
  }
}

async function unrest(sql: postgres.Sql): Promise<Unrest> {
  const [row] = await sql<[Unrest]>`
    select
      (select count(*)::int from orders where closed_at is null) as "openOrders",
      (select count(*)::int from offers where status = 'live') as "liveOffers",
      (select count(*)::int from notifications where state = 'due') as "dueNotifications",
      (select count(*)::int from alerts where state = 'ringing') as "ringingAlerts"`;
  return row;
}
