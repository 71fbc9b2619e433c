import { and, count, eq, lte, min } from "drizzle-orm";
import { ALARM_KINDS } from "#api/platform/alarms";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations } from "#api/platform/with-actor";
import { alerts, bots, notifications } from "#drizzle/schema/index";
import { BotKind } from "#shared/kernel/role";

/** Reads into the gauges what only rows and queues know, at the moment of a scrape. */
export async function fillGauges(deps: Deps): Promise<void> {
  await Promise.all([fillFromRows(deps), fillFromQueues(deps)]);
}

async function fillFromRows(deps: Deps): Promise<void> {
  const at = deps.clock.now();
  const [unsent, [ringing]] = await acrossOrganisations(deps, (tx) =>
    Promise.all([
      tx
        .select({ kind: bots.kind, oldest: min(notifications.dueAt) })
        .from(notifications)
        .innerJoin(bots, and(eq(bots.organisationId, notifications.organisationId), eq(bots.id, notifications.botId)))
        .where(and(eq(notifications.state, "due"), lte(notifications.dueAt, at)))
        .groupBy(bots.kind),
      tx.select({ n: count() }).from(alerts).where(eq(alerts.state, "ringing")),
    ]),
  );
  deps.metrics.unacknowledgedAlerts.set(ringing?.n ?? 0);
  for (const kind of BotKind.options) {
    const oldest = unsent.find((row) => row.kind === kind)?.oldest;
    deps.metrics.oldestUnsentSeconds.set({ bot_kind: kind }, oldest ? (at.getTime() - oldest.getTime()) / 1_000 : 0);
  }
}

/** BullMQ keeps what waits and runs in lists, and what is delayed in a sorted set. */
async function fillFromQueues({ redis, keys, metrics }: Deps): Promise<void> {
  if (redis.status !== "ready") return;
  for (const queue of ALARM_KINDS) {
    const key = (part: string) => `${keys.queues()}:${queue}:${part}`;
    const [wait, active, delayed] = await Promise.all([
      redis.llen(key("wait")),
      redis.llen(key("active")),
      redis.zcard(key("delayed")),
    ]);
    metrics.queueDepth.set({ queue }, wait + active + delayed);
  }
}
