import { and, desc, eq, inArray } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations } from "#api/platform/with-actor";
import { couriers, deliveries, dispatchRounds, orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { type Applied, applyOffer } from "./apply-offer";
import { applyRest } from "./apply-rest";
import { decideParts } from "./decide-parts";
import { foodMatters } from "./food-matters";
import { askPartner, NO_PARTNER, type PartnerCouriers } from "./partner-couriers";
import { LARGE_ROUND_MS, readSnapshot, SMALL_FLEET } from "./read-snapshot";
import { recordRound } from "./record-round";
import { type StillMine, withRoundLock } from "./round-lock";
import { turnedDown } from "./turned-down";

/** `busy`: another process runs the region's round right now. `early`: a large fleet's next round is not due. */
export type RoundOutcome = "ran" | "busy" | "early" | "nothing_to_do" | "lost_lock";

/**
 * The live loop's one step: looks for couriers for everything that waits in a region, never twice at once. Each
 * organisation decides for itself; couriers ride for their own.
 */
export async function runRounds(
  deps: Deps,
  { regionId }: { regionId: Id },
  partner: PartnerCouriers | null = NO_PARTNER,
): Promise<RoundOutcome> {
  const outcome = await withRoundLock(deps, regionId, async (stillMine) => {
    const organisations = await whoSearches(deps, regionId);
    const outcomes: RoundOutcome[] = [];
    for (const organisationId of organisations)
      outcomes.push(await runRound(deps, { organisationId, regionId }, { stillMine, partner }));
    return outcomes.find((each) => each !== "ran") ?? (outcomes.length > 0 ? "ran" : "nothing_to_do");
  });
  return outcome.held ? outcome.value : "busy";
}

type Where = { organisationId: Id; regionId: Id };

type Means = { stillMine: StillMine; partner: PartnerCouriers | null };

async function runRound(deps: Deps, where: Where, { stillMine, partner }: Means): Promise<RoundOutcome> {
  const startedMs = performance.now();
  const end = deps.metrics.dispatchRoundSeconds.startTimer();
  const whole = await isWholeDue(deps, where);
  const only = whole.due ? undefined : await turnedDown(deps, where, whole.lastAt);
  if (!whole.due && !only) return "early";
  const read = await readSnapshot(deps, where, "due", only);
  const parts = decideParts({ ...read.snapshot, partner: partner?.name ?? null });
  const applied: Applied[] = [];
  for (const { decisions } of parts) {
    const { nowMs } = read.snapshot;
    const round = { organisationId: where.organisationId, nowMs, versions: read.versions, ladder: decisions.ladder };
    for (const offer of decisions.offers) {
      if (!(await stillMine())) return "lost_lock";
      applied.push(await applyOffer(deps, round, offer));
    }
  }
  const offered = new Set(applied.flatMap(({ deliveryIds }) => deliveryIds));
  for (const { decisions, snapshot } of parts) {
    const own = { ...read, snapshot: { ...read.snapshot, deliveries: snapshot.deliveries } };
    await applyRest(deps, where.organisationId, own, decisions, offered);
    await askPartner(deps, partner, snapshot.deliveries, decisions);
  }
  end();
  const durationMs = performance.now() - startedMs;
  await recordRound(deps, where, {
    at: new Date(read.snapshot.nowMs),
    whole: whole.due,
    parts,
    forecast: read.facts,
    applied,
    durationMs,
  });
  return "ran";
}

const whoSearches = async (deps: Deps, regionId: Id): Promise<Id[]> => {
  const rows = await acrossOrganisations(deps, (tx) =>
    tx
      .selectDistinct({ id: deliveries.organisationId })
      .from(deliveries)
      .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
      .where(
        and(
          eq(deliveries.regionId, regionId),
          inArray(deliveries.status, ["waiting", "offered"]),
          foodMatters(deps.clock.now()),
        ),
      ),
  );
  return rows.map(({ id }) => id);
};

/**
 * Asked before anything else is read, because every order and every answer of a courier asks for a round: a large fleet
 * would be read for each, only to learn that it is too soon. Whoever comes too soon sets the alarm for the next round.
 */
async function isWholeDue(
  deps: Deps,
  { organisationId, regionId }: Where,
): Promise<{ due: true } | { due: false; lastAt: Date }> {
  const { fleet, lastAt } = await acrossOrganisations(deps, async (tx) => {
    const here = and(eq(couriers.organisationId, organisationId), eq(couriers.regionId, regionId));
    const working = and(here, eq(couriers.state, "online"), eq(couriers.status, "active"));
    const ofRegion = and(eq(dispatchRounds.organisationId, organisationId), eq(dispatchRounds.regionId, regionId));
    const [fleet, [last]] = await Promise.all([
      tx.$count(couriers, working),
      tx
        .select({ at: dispatchRounds.at })
        .from(dispatchRounds)
        .where(and(ofRegion, eq(dispatchRounds.whole, true)))
        .orderBy(desc(dispatchRounds.at))
        .limit(1),
    ]);
    return { fleet, lastAt: last?.at };
  });
  if (fleet <= SMALL_FLEET || !lastAt) return { due: true };
  const nextAt = new Date(lastAt.getTime() + LARGE_ROUND_MS);
  if (nextAt <= deps.clock.now()) return { due: true };
  await deps.alarms.set([{ kind: "dispatch", organisationId, subjectId: regionId, at: nextAt }]);
  return { due: false, lastAt };
}
