import type { DeliveryView } from "#api/domain/dispatch/delivery-view";
import type { Decisions, LiveOffer, Snapshot } from "#api/domain/dispatch/dispatch-policy";
import type { DispatchPolicyKind } from "#shared/delivery/dispatch-settings";
import { POLICIES } from "./policies";

/** What one policy saw and decided. The forecast is code and not recorded. */
export type RoundPart = { policy: DispatchPolicyKind; snapshot: Omit<Snapshot, "forecast">; decisions: Decisions };

/**
 * Lets each policy decide on the deliveries of the branches that chose it, one after the other: who got an exclusive
 * offer from the first is taken for the next. Pure, as the policies are.
 */
export function decideParts(snapshot: Snapshot): RoundPart[] {
  const policyOf = new Map(snapshot.branches.map(({ id, policy }) => [id, policy]));
  const groups = Map.groupBy(snapshot.deliveries, (delivery) => policyFor(delivery, policyOf.get(delivery.branchId)));
  const made: LiveOffer[] = [];
  return [...groups].map(([policy, deliveries]) => {
    const part = { ...snapshot, deliveries, liveOffers: [...snapshot.liveOffers, ...made] };
    const decisions = POLICIES[policy].decide(part);
    made.push(...decisions.offers.flatMap(toLiveOffers));
    const { forecast: _, ...recorded } = part;
    return { policy, snapshot: recorded, decisions };
  });
}

/** A dispatcher who asks everyone, or names a courier, wants it asked, whatever the branch does by itself. */
function policyFor(delivery: DeliveryView, chosen: DispatchPolicyKind = "optimised"): DispatchPolicyKind {
  if (chosen !== "manual") return chosen;
  return delivery.pinnedCourierId !== null || delivery.ladder.step === "everyone" ? "score" : "manual";
}

const toLiveOffers = (offer: Decisions["offers"][number]): LiveOffer[] =>
  offer.courierIds.map((courierId) => ({
    courierId,
    deliveryIds: offer.deliveryIds,
    mode: offer.mode,
    expiresAtMs: offer.expiresAtMs,
  }));
