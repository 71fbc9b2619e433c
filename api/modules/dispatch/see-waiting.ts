import { and, eq, inArray } from "drizzle-orm";
import { type CleanSnapshot, cleanSnapshot } from "#api/domain/dispatch/clean-snapshot";
import { activeOrders, type CourierView } from "#api/domain/dispatch/courier-view";
import type { DeliveryView as DomainDelivery } from "#api/domain/dispatch/delivery-view";
import type { RankedCandidate } from "#api/domain/dispatch/dispatch-policy";
import { obstacle } from "#api/domain/dispatch/may-carry";
import { rankByScore } from "#api/domain/dispatch/score-policy";
import { listDeliveries } from "#api/modules/deliveries/list-deliveries";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { couriers, deliveries, profiles } from "#drizzle/schema/index";
import type { Candidate, DeliveryView, WaitingDelivery } from "#shared/contracts/delivery";
import { distanceMetres } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { readSnapshot } from "./read-snapshot";

/** As many as somebody looks through by eye. */
const CANDIDATES_SHOWN = 30;

/**
 * What waits for a courier, with everybody who could be sent: first those whom the house would ask, best first, then
 * those whom it would not, with the reason. @throws Refusal `auth.not_allowed`
 */
export async function seeWaiting(
  deps: Deps,
  actor: Person,
  { branchId, deliveryId }: { branchId?: Id | undefined; deliveryId?: Id | undefined },
): Promise<{ deliveries: WaitingDelivery[] }> {
  mustMay(actor, "delivery.see_candidates");
  const { waiting, regions, names } = await withActor(deps, actor, async (work) => {
    const waiting = (await listDeliveries(work, ["waiting", "offered"])).filter(
      (row) =>
        mayAt(actor, "delivery.see_candidates", row.branchId) &&
        (!branchId || row.branchId === branchId) &&
        (!deliveryId || row.id === deliveryId),
    );
    return { waiting, regions: await regionsOf(work, waiting), names: await firstNames(work) };
  });
  const { organisationId } = actor;
  const reads = await Promise.all(regions.map((regionId) => readSnapshot(deps, { organisationId, regionId }, "all")));
  const seen = new Map(
    reads.flatMap(({ snapshot }) => {
      const clean = cleanSnapshot(snapshot);
      return clean.deliveries.map((delivery) => [delivery.id, { clean, delivery }] as const);
    }),
  );
  return { deliveries: waiting.map((row) => describe(row, seen.get(row.id), names)) };
}

type Seen = { clean: CleanSnapshot; delivery: DomainDelivery };

function describe(view: DeliveryView, seen: Seen | undefined, names: ReadonlyMap<Id, string>): WaitingDelivery {
  if (!seen) return { ...view, waitingSince: view.statusAt, offeredTo: [], candidates: [] };
  const { clean, delivery } = seen;
  const asked = clean.liveOffers.filter(({ deliveryIds }) => deliveryIds.includes(delivery.id));
  return {
    ...view,
    waitingSince: new Date(delivery.waitingSinceMs).toISOString(),
    offeredTo: asked.map(({ courierId }) => courierId),
    candidates: candidatesOf(seen, names).slice(0, CANDIDATES_SHOWN),
  };
}

function candidatesOf({ clean, delivery }: Seen, names: ReadonlyMap<Id, string>): Candidate[] {
  const radiusMetres = clean.branchById.get(delivery.branchId)!.maxRadiusMetres;
  const all = clean.couriers.map((courier) => ({
    courier,
    metres: courier.position && distanceMetres(courier.position, delivery.pickup),
    why: obstacle(courier, delivery, clean) ?? null,
  }));
  const near = all.flatMap(({ courier, metres, why }) =>
    metres !== null && why === null ? [{ courier, metres }] : [],
  );
  const ranked = rankByScore(near, { nearby: near, radiusMetres, refusedNearby: 0 }, clean);
  const byId = new Map(all.map((row) => [row.courier.id, row]));
  return [
    ...ranked.map((candidate) => toCandidate(byId.get(candidate.courierId)!, names, candidate)),
    ...all.filter(({ metres, why }) => metres === null || why !== null).map((row) => toCandidate(row, names)),
  ];
}

const toCandidate = (
  { courier, metres, why }: { courier: CourierView; metres: number | null; why: string | null },
  names: ReadonlyMap<Id, string>,
  ranked?: RankedCandidate,
): Candidate => ({
  courierId: courier.id,
  firstName: names.get(courier.id) ?? "",
  vehicle: courier.vehicle,
  points: ranked?.value ?? null,
  pickupMetres: metres === null ? null : Math.round(metres),
  activeOrders: activeOrders(courier),
  positionAgeSeconds: courier.position ? Math.round(courier.positionAgeSeconds) : null,
  obstacle: why,
  reasons: { ...ranked?.reasons },
});

async function regionsOf({ tx, actor }: Work, waiting: readonly { id: Id }[]): Promise<Id[]> {
  if (waiting.length === 0) return [];
  const ids = waiting.map(({ id }) => id);
  const rows = await tx
    .selectDistinct({ regionId: deliveries.regionId })
    .from(deliveries)
    .where(and(eq(deliveries.organisationId, actor.organisationId), inArray(deliveries.id, ids)));
  return rows.map(({ regionId }) => regionId);
}

async function firstNames({ tx, actor }: Work): Promise<Map<Id, string>> {
  const rows = await tx
    .select({ id: couriers.id, firstName: profiles.firstName })
    .from(couriers)
    .innerJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.state, "online")));
  return new Map(rows.map(({ id, firstName }) => [id, firstName]));
}
