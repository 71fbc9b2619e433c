import type { DispatchPolicy, OfferDecision } from "#api/domain/dispatch/dispatch-policy";
import { driveStops, dropoffStop, pickupStop } from "#api/domain/dispatch/drive-stops";
import { distanceMetres } from "#shared/kernel/geo";

/** What many do by hand, for comparison: as an order is placed, the nearest idle courier goes, and waits at the counter. */
export const nearestIdlePolicy: DispatchPolicy = {
  name: "greedy",
  decide(snapshot) {
    const { nowMs, couriers } = snapshot;
    const idle = new Set(couriers.filter((courier) => courier.plan.length === 0 && courier.availableFromMs <= nowMs));
    const offers: OfferDecision[] = [];
    const byPlacement = [...snapshot.deliveries].sort((a, b) => a.placedMs - b.placedMs);
    for (const delivery of byPlacement) {
      const near = [...idle]
        .map((courier) => ({ courier, metres: distanceMetres(courier.position!, delivery.pickup) }))
        .sort((a, b) => a.metres - b.metres);
      for (const { courier } of near) {
        const start = { point: courier.position!, atMs: nowMs };
        const trip = driveStops(start, [pickupStop(delivery), dropoffStop(delivery)], courier.vehicle, snapshot);
        const bagMs = trip.stops[0]!.etaMs - snapshot.handling.afterPickupSeconds * 1_000;
        if (bagMs > (courier.shiftEndsMs ?? Number.POSITIVE_INFINITY)) continue;
        idle.delete(courier);
        offers.push({
          mode: "exclusive",
          courierIds: [courier.id],
          deliveryIds: [delivery.id],
          stops: trip.stops,
          expiresAtMs: nowMs + 30_000,
          payMinor: 0,
          tripMetres: trip.metres,
          reasons: [{}],
        });
        break;
      }
    }
    return { offers, holds: [], ladder: [], toHuman: [], explanations: [], objectiveSeconds: 0, greedy: true };
  },
};
