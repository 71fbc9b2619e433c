import type { CourierView } from "../courier-view";
import type { DeliveryView } from "../delivery-view";
import type { Decisions, OfferDecision, Snapshot } from "../dispatch-policy";

/** What a round must never do, checked from the snapshot alone: one sentence per offence. Written apart from the engine. */
export function illegalities(snapshot: Snapshot, decisions: Decisions): string[] {
  const faults: string[] = [];
  const live = snapshot.liveOffers.filter((offer) => offer.expiresAtMs > snapshot.nowMs);
  const offered = new Set(live.flatMap((offer) => offer.deliveryIds));
  const exclusive = new Set(live.filter((o) => o.mode === "exclusive" || o.mode === "manual").map((o) => o.courierId));
  for (const offer of decisions.offers) {
    for (const id of offer.deliveryIds) {
      if (offered.has(id)) faults.push(`${id} is offered twice`);
      offered.add(id);
    }
    if (new Set(offer.courierIds).size !== offer.courierIds.length)
      faults.push("a courier is asked twice for one trip");
    if (offer.mode === "exclusive" && offer.courierIds.length !== 1) faults.push("an exclusive offer has one courier");
    if (offer.mode === "exclusive" && exclusive.has(offer.courierIds[0]!))
      faults.push(`${offer.courierIds[0]} has two`);
    if (offer.mode === "exclusive") exclusive.add(offer.courierIds[0]!);
    faults.push(...shapeFaults(offer, snapshot));
    for (const id of offer.courierIds) faults.push(...pairFaults(offer, id, snapshot));
  }
  const spoken = new Set([
    ...decisions.offers.flatMap((offer) => offer.deliveryIds),
    ...decisions.holds.map((hold) => hold.deliveryId),
    ...decisions.toHuman.map((call) => call.deliveryId),
  ]);
  for (const { id } of snapshot.deliveries) if (!spoken.has(id)) faults.push(`${id} is forgotten`);
  return faults;
}

function shapeFaults(offer: OfferDecision, snapshot: Snapshot): string[] {
  const faults: string[] = [];
  if (offer.courierIds.length === 0 || offer.deliveryIds.length === 0) faults.push("an offer of nothing, or to nobody");
  if (!(Number.isSafeInteger(offer.payMinor) && offer.payMinor >= 0)) faults.push(`pay of ${offer.payMinor}`);
  if (!(offer.expiresAtMs > snapshot.nowMs)) faults.push("an offer that is over before it begins");
  if (offer.reasons.length !== offer.courierIds.length) faults.push("a courier without reasons");
  if (offer.stops.some((stop) => !Number.isFinite(stop.etaMs))) faults.push("a stop that is never reached");
  const order = offer.stops.map((stop) => `${stop.kind} ${stop.deliveryId}`);
  for (const id of offer.deliveryIds) {
    const pickup = order.indexOf(`pickup ${id}`);
    const dropoff = order.indexOf(`dropoff ${id}`);
    if (pickup < 0 || dropoff < pickup) faults.push(`${id} is not picked up and then handed over`);
  }
  if (order.length !== 2 * offer.deliveryIds.length) faults.push("stops that belong to no delivery, or twice to one");
  return faults;
}

function pairFaults(offer: OfferDecision, courierId: string, snapshot: Snapshot): string[] {
  const courier = snapshot.couriers.find(({ id }) => id === courierId);
  if (!courier) return [`${courierId} does not exist`];
  const faults: string[] = [];
  const deliveries = offer.deliveryIds.map((id) => snapshot.deliveries.find((delivery) => delivery.id === id));
  for (const delivery of deliveries) {
    if (!delivery) return [...faults, "a delivery that does not exist"];
    faults.push(...ruleFaults(courier, delivery, offer, snapshot));
  }
  const bound = new Set(courier.plan.map((stop) => stop.deliveryId)).size;
  if (bound + offer.deliveryIds.length > courier.capacityOrders) faults.push(`${courierId} carries too much`);
  const cash = deliveries.reduce((sum, delivery) => sum + delivery!.cashToCollectMinor, 0);
  if (courier.cashLimitMinor !== null && cash > 0 && courier.cashInHandMinor + cash > courier.cashLimitMinor) {
    faults.push(`${courierId} would carry too much cash`);
  }
  return faults;
}

function ruleFaults(courier: CourierView, delivery: DeliveryView, offer: OfferDecision, snapshot: Snapshot): string[] {
  const faults: string[] = [];
  const branch = snapshot.branches.find(({ id }) => id === delivery.branchId);
  if (delivery.forbiddenCourierIds.includes(courier.id)) faults.push(`${courier.id} is forbidden`);
  if (delivery.pinnedCourierId !== null && delivery.pinnedCourierId !== courier.id) faults.push("pinned to another");
  if (!branch || !(courier.positionAgeSeconds <= branch.freshSeconds)) faults.push(`${courier.id} was not seen lately`);
  if (!courier.position || !Number.isFinite(courier.position.lat)) faults.push(`${courier.id} is nowhere`);
  if (!(courier.availableFromMs <= snapshot.nowMs)) faults.push(`${courier.id} is not on shift yet`);
  const apart = delivery.keepApartFrom;
  const together = offer.deliveryIds.filter((id) => id !== delivery.id);
  if (together.some((id) => apart === "all" || apart.includes(id))) faults.push(`${delivery.id} must ride alone`);
  const leaveMs = offer.stops.find((stop) => stop.kind === "pickup" && stop.deliveryId === delivery.id)?.etaMs;
  const bagMs = (leaveMs ?? Number.POSITIVE_INFINITY) - snapshot.handling.afterPickupSeconds * 1_000;
  // In a wave each courier has an arrival of his own; the trip's times are those of the first.
  const first = offer.courierIds[0] === courier.id;
  if (first && courier.shiftEndsMs !== null && bagMs > courier.shiftEndsMs) faults.push(`${courier.id} is off by then`);
  return faults;
}
