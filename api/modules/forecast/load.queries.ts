import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "#api/platform/database";
import { couriers, deliveries, shifts } from "#drizzle/schema/index";
import type { Region } from "./region";

/** Nothing is on the road, and nobody on shift, for longer. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Open deliveries per courier on duty, at any moment of a stretch of time: what tells a calm hour from a swamped one.
 * @returns null for moments at which nobody was on duty
 */
export async function readLoads(
  tx: Tx,
  { organisationId, regionId }: Region,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): Promise<(ms: number) => number | null> {
  const [from, until, farBack] = [fromMs, untilMs, fromMs - LONGEST_MS].map((ms) => new Date(ms));
  const [open, duty] = await Promise.all([
    tx
      .select({ from: deliveries.createdAt, until: deliveries.closedAt })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.organisationId, organisationId),
          eq(deliveries.regionId, regionId),
          gte(deliveries.createdAt, farBack!),
          lte(deliveries.createdAt, until!),
          or(isNull(deliveries.closedAt), gte(deliveries.closedAt, from!)),
        ),
      ),
    tx
      .select({ from: shifts.startedAt, until: shifts.endedAt })
      .from(shifts)
      .innerJoin(couriers, and(eq(couriers.organisationId, shifts.organisationId), eq(couriers.id, shifts.courierId)))
      .where(
        and(
          eq(shifts.organisationId, organisationId),
          eq(couriers.regionId, regionId),
          lte(shifts.startedAt, until!),
          gte(shifts.startedAt, farBack!),
          or(isNull(shifts.endedAt), sql`${shifts.endedAt} >= ${from!.toISOString()}::timestamptz`),
        ),
      ),
  ]);
  const countAt = (spans: readonly { from: Date | null; until: Date | null }[], ms: number) =>
    spans.filter((span) => span.from !== null && span.from.getTime() <= ms && (span.until?.getTime() ?? ms + 1) > ms)
      .length;
  return (ms) => {
    const onDuty = countAt(duty, ms);
    // The order itself is one that somebody has to carry.
    return onDuty === 0 ? null : (countAt(open, ms) + 1) / onDuty;
  };
}
