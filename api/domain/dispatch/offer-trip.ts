import { distanceMetres } from "#shared/kernel/geo";
import { tripPay } from "#shared/money/pay-rule";
import type { CourierView } from "./courier-view";
import { nextFree } from "./courier-view";
import type { BranchView, DeliveryView } from "./delivery-view";
import type { OfferDecision, RankedCandidate, Reasons } from "./dispatch-policy";
import { type Draft, isShared } from "./draft";
import { driveStops, dropoffStop, pickupStop, type Stop } from "./drive-stops";

/**
 * Writes an offer of one trip down: pick-ups, then drop-offs in the order of `deliveries`, unless `stops` say else.
 *
 * @returns false, and nothing is offered, when the first candidate would never reach the end of it
 */
export function offerTrip(
  draft: Draft,
  deliveries: readonly DeliveryView[],
  candidates: readonly RankedCandidate[],
  mode: OfferDecision["mode"],
  branch: BranchView,
  stops: readonly Stop[] = [...deliveries.map(pickupStop), ...deliveries.map(dropoffStop)],
): boolean {
  const { snapshot } = draft;
  const first = courierOf(draft, candidates[0]!.courierId);
  const start = nextFree(first, snapshot.nowMs)!;
  const trip = driveStops(start, stops, first.vehicle, snapshot);
  if (!Number.isFinite(trip.endMs)) return false;
  if (isShared(mode)) draft.sharedOffers += candidates.length;
  draft.offers.push({
    mode,
    courierIds: candidates.map(({ courierId }) => courierId),
    deliveryIds: deliveries.map(({ id }) => id),
    stops: trip.stops,
    expiresAtMs: snapshot.nowMs + branch.offerSeconds * 1_000,
    payMinor: tripPay(branch.pay, { distanceMetres: trip.metres, dropoffs: deliveries.length }),
    tripMetres: trip.metres,
    reasons: candidates.map(({ courierId, reasons }) => ({ ...wayThere(draft, courierId, stops[0]!), ...reasons })),
  });
  return true;
}

/** What a courier wants to know of an offer first. A policy that measures otherwise says so itself. */
function wayThere(draft: Draft, courierId: string, first: Stop): Reasons {
  const { position } = courierOf(draft, courierId);
  return position ? { pickupMetres: distanceMetres(position, first.point) } : {};
}

const courierOf = (draft: Draft, id: string): CourierView => {
  const courier = draft.snapshot.courierById.get(id);
  if (!courier) throw new RangeError(`no courier ${id} in this snapshot`);
  return courier;
};
