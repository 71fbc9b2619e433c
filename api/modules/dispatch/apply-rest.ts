import { and, eq, inArray, sql } from "drizzle-orm";
import type { CallForHuman, Decisions } from "#api/domain/dispatch/dispatch-policy";
import { answeredLately } from "#api/modules/alerts/answered-lately";
import { openAlert } from "#api/modules/alerts/open-alert";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import type { ReadSnapshot } from "./read-snapshot";

/** A round is never due again before this, whatever a policy says. */
const SOONEST_MS: Milliseconds = 1_000;

/**
 * Writes down what a round decided besides offers: how far each search has come, when it is looked at next, and whom
 * the dispatchers must hear of. Race: a delivery that has moved on keeps what it has, by its version.
 */
export async function applyRest(
  deps: Deps,
  organisationId: Id,
  { snapshot, versions }: ReadSnapshot,
  decisions: Decisions,
  offered: ReadonlySet<Id>,
): Promise<void> {
  const rest = snapshot.deliveries.filter(({ id }) => !offered.has(id));
  if (rest.length === 0 && decisions.toHuman.length === 0) return;
  await withActor(deps, systemActor(organisationId), async (work) => {
    const ladder = new Map(decisions.ladder.map((change) => [change.deliveryId, change]));
    const holds = new Map(decisions.holds.map((hold) => [hold.deliveryId, hold.untilMs]));
    const rows = rest.map((delivery) => ({
      id: delivery.id,
      version: versions.get(delivery.id),
      decide_ms: Math.max(snapshot.nowMs + SOONEST_MS, holds.get(delivery.id) ?? snapshot.nextRoundMs),
      step: (ladder.get(delivery.id) ?? delivery.ladder).step,
      tries: (ladder.get(delivery.id) ?? delivery.ladder).tries,
      since_ms: (ladder.get(delivery.id) ?? delivery.ladder).sinceMs,
    }));
    await saveSearches(work, rows);
    // Those that everybody was just asked about again, too: the last step rings while it asks.
    await callHumans(work, deps, decisions.toHuman, new Map(snapshot.deliveries.map((row) => [row.id, row.branchId])));
  });
}

const saveSearches = ({ tx, actor }: Work, rows: readonly unknown[]) =>
  tx.execute(sql`
    with told as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as told (id uuid, version int, decide_ms float8, step ladder_step, tries int, since_ms float8)
    ), held as (
      select d.organisation_id, d.id, told.decide_ms, told.step, told.tries, told.since_ms
      from deliveries d join told on d.id = told.id and d.version = told.version
      where d.organisation_id = ${actor.organisationId} and d.status in ('waiting', 'offered')
      order by d.id for no key update of d
    )
    update deliveries d set decide_at = to_timestamp(held.decide_ms / 1000), ladder_step = held.step,
      ladder_tries = held.tries, ladder_since = to_timestamp(held.since_ms / 1000)
    from held where d.organisation_id = held.organisation_id and d.id = held.id`);

async function callHumans(
  work: Work,
  deps: Deps,
  calls: readonly CallForHuman[],
  branchOf: ReadonlyMap<Id, Id>,
): Promise<void> {
  if (calls.length === 0) return;
  const ids = calls.map(({ deliveryId }) => deliveryId);
  const quiet = await answeredLately(work, "delivery_unclaimed", ids);
  for (const { deliveryId, reason } of calls) {
    const branchId = branchOf.get(deliveryId);
    if (branchId === undefined || quiet.has(deliveryId)) continue;
    const orderId = await orderOf(work, deliveryId);
    if (orderId)
      await openAlert(work, deps, {
        kind: "delivery_unclaimed",
        subjectId: deliveryId,
        branchId,
        details: { reason, orderId },
      });
  }
}

/** Its order, while the delivery still waits for somebody. */
async function orderOf({ tx, actor }: Work, deliveryId: Id): Promise<Id | null> {
  const [row] = await tx
    .select({ orderId: deliveries.orderId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        eq(deliveries.id, deliveryId),
        inArray(deliveries.status, ["waiting", "offered"]),
      ),
    );
  return row?.orderId ?? null;
}
