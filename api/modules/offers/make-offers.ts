import { and, eq, inArray } from "drizzle-orm";
import type { OfferDecision } from "#api/domain/dispatch/dispatch-policy";
import { courierChats } from "#api/modules/couriers/courier-chat";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { branches, couriers, type deliveries, offers, tripStops, trips } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { OfferRow } from "./offer-row";

type Delivery = typeof deliveries.$inferSelect;
type Branch = typeof branches.$inferSelect;

/**
 * Proposes a trip to couriers: its stops, and an offer with the pay for each of them who is still on shift and has no
 * exclusive offer already (a partial unique index decides that, between two rounds as well). Tells them.
 * @param held the deliveries of the trip, which the transaction holds
 * @returns `null` when nobody could be asked; the caller rolls back
 */
export async function makeOffers(
  work: Work,
  deps: Deps,
  decision: OfferDecision,
  held: readonly Delivery[],
): Promise<{ tripId: Id; courierIds: Id[] } | null> {
  const free = await stillOnline(work, decision.courierIds);
  if (free.size === 0) return null;
  const branch = await branchOf(work, held[0]!.branchId);
  const tripId = await proposeTrip(work, deps, decision, branch);
  const asked = offerRows(work, deps, decision, branch, tripId);
  const made = await work.tx
    .insert(offers)
    .values(asked.filter(({ courierId }) => free.has(courierId)))
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) return null;
  await tell(work, made);
  return { tripId, courierIds: made.map(({ courierId }) => courierId) };
}

async function stillOnline({ tx, actor }: Work, courierIds: readonly Id[]): Promise<Set<Id>> {
  const rows = await tx
    .select({ id: couriers.id })
    .from(couriers)
    .where(
      and(
        eq(couriers.organisationId, actor.organisationId),
        inArray(couriers.id, [...courierIds]),
        eq(couriers.state, "online"),
        eq(couriers.status, "active"),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

async function proposeTrip(work: Work, deps: Deps, decision: OfferDecision, branch: Branch): Promise<Id> {
  const { organisationId, regionId, currency } = branch;
  const tripId = deps.newId();
  await work.tx.insert(trips).values({
    organisationId,
    id: tripId,
    regionId,
    courierId: null,
    status: "planned",
    statusAt: work.at,
    version: 1,
    currency,
    payMinor: decision.payMinor,
    distanceMetres: Math.round(decision.tripMetres),
    createdAt: work.at,
  });
  await work.tx.insert(tripStops).values(
    decision.stops.map(({ deliveryId, kind, point }, position) => ({
      organisationId,
      id: deps.newId(),
      tripId,
      deliveryId,
      position,
      kind,
      ...point,
      status: "pending" as const,
    })),
  );
  return tripId;
}

async function branchOf({ tx, actor }: Work, branchId: Id): Promise<Branch> {
  const [branch] = await tx
    .select()
    .from(branches)
    .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, branchId)));
  return branch!;
}

const offerRows = (work: Work, deps: Deps, decision: OfferDecision, branch: Branch, tripId: Id) =>
  decision.courierIds.map((courierId, place) => {
    const reasons = { ...decision.reasons[place] };
    return {
      organisationId: branch.organisationId,
      id: deps.newId(),
      tripId,
      courierId,
      mode: decision.mode,
      status: "live" as const,
      version: 1,
      payMinor: decision.payMinor,
      payRule: {
        baseMinor: branch.payBaseMinor,
        perKmMinor: branch.payPerKmMinor,
        perExtraStopMinor: branch.payPerExtraStopMinor,
      },
      pickupMetres: Math.max(0, Math.round(reasons.pickupMetres ?? 0)),
      reasons,
      offeredAt: work.at,
      expiresAt: new Date(decision.expiresAtMs),
    };
  });

async function tell(work: Work, made: readonly OfferRow[]): Promise<void> {
  const chats = await courierChats(
    work,
    made.map(({ courierId }) => courierId),
  );
  for (const { id, tripId, courierId, version, expiresAt } of made) {
    work.emit({ kind: "offer.made", body: { offerId: id, tripId, courierId } });
    work.wake({ kind: "offer-expiry", subjectId: id, at: expiresAt });
    const chat = chats.get(courierId);
    if (!chat) continue;
    const { recipientId, botId } = chat;
    const body = { kind: "offer.made" as const, offerId: id, expiresAt: expiresAt.toISOString() };
    work.notify({ recipientId, botId, version, body });
  }
}
