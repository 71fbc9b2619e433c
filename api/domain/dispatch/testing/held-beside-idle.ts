import { cleanSnapshot } from "../clean-snapshot";
import { climbLadder } from "../climb-ladder";
import type { CourierView } from "../courier-view";
import type { DeliveryView } from "../delivery-view";
import type { Decisions, Snapshot } from "../dispatch-policy";
import { driveStops, dropoffStop, pickupStop } from "../drive-stops";
import { obstacle } from "../may-carry";

/**
 * Deliveries whose food has stood for `heldMs`, for which nobody is asked though somebody could be who has nothing to do
 * and is not kept for another: "d1 beside c2". Written apart from the engine.
 */
export function heldBesideIdle(dirty: Snapshot, decisions: Decisions, heldMs: number): string[] {
  const snapshot = cleanSnapshot(dirty);
  const live = snapshot.liveOffers.filter(({ expiresAtMs }) => expiresAtMs > snapshot.nowMs);
  const asked = new Set([
    ...live.filter(({ mode }) => mode === "exclusive" || mode === "manual").map(({ courierId }) => courierId),
    ...decisions.offers.filter(({ mode }) => mode === "exclusive").flatMap(({ courierIds }) => courierIds),
  ]);
  const found = new Set([...live, ...decisions.offers].flatMap(({ deliveryIds }) => deliveryIds));
  const keptFor = Map.groupBy(decisions.holds, ({ courierId }) => courierId);
  const idle = snapshot.couriers.filter(({ id, plan }) => plan.length === 0 && !asked.has(id));
  const isKept = (courierId: string, deliveryId: string) =>
    keptFor.get(courierId)?.every((hold) => hold.deliveryId !== deliveryId) === true;
  const able = (courier: CourierView, delivery: DeliveryView): boolean => {
    if (obstacle(courier, delivery, snapshot) !== null) return false;
    const start = { point: courier.position!, atMs: snapshot.nowMs };
    const { endMs } = driveStops(start, [pickupStop(delivery), dropoffStop(delivery)], courier.vehicle, snapshot);
    const doorMs = endMs - snapshot.handling.afterDropoffSeconds * 1_000;
    // A second off: the engine reckons with a kitchen that is a little unsure even of food that stands.
    return delivery.latestDoorMs === null || doorMs < delivery.latestDoorMs - 1_000;
  };
  return snapshot.deliveries
    .filter(({ id, readyP50Ms, readyP80Ms }) => {
      return !found.has(id) && Math.max(readyP50Ms, readyP80Ms) <= snapshot.nowMs - heldMs;
    })
    .filter((row) => climbLadder(row, snapshot.branchById.get(row.branchId)!, snapshot.nowMs).step === "exclusive")
    .flatMap((delivery) => {
      const courier = idle.find((candidate) => !isKept(candidate.id, delivery.id) && able(candidate, delivery));
      return courier ? [`${delivery.id} beside ${courier.id}`] : [];
    });
}
