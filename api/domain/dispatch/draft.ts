import type { OfferMode } from "#shared/delivery/offer";
import type { CleanSnapshot } from "./clean-snapshot";
import type { DeliveryView } from "./delivery-view";
import type {
  CallForHuman,
  Decisions,
  Explanation,
  Hold,
  HoldReason,
  LadderChange,
  OfferDecision,
} from "./dispatch-policy";

/** Decisions in the making. Whoever writes into it keeps each delivery in one offer, each courier in one exclusive. */
export type Draft = {
  snapshot: CleanSnapshot;
  /** Deliveries without a live offer, the longest wait first. */
  waiting: readonly DeliveryView[];
  /** Couriers who have an exclusive offer, live or of this round. */
  takenCourierIds: Set<string>;
  /** Offers that stand and were made to several at once, live or of this round: a courier each. */
  sharedOffers: number;
  offers: OfferDecision[];
  holds: Hold[];
  ladder: LadderChange[];
  toHuman: CallForHuman[];
  explanations: Explanation[];
  objectiveSeconds: number;
  greedy: boolean;
};

export function draftOf(snapshot: CleanSnapshot): Draft {
  const live = snapshot.liveOffers.filter((offer) => !(offer.expiresAtMs <= snapshot.nowMs));
  const expiryMs = new Map(live.flatMap((offer) => offer.deliveryIds.map((id) => [id, offer.expiresAtMs] as const)));
  const holds: Hold[] = [];
  const waiting = snapshot.deliveries.filter((delivery) => {
    const untilMs = expiryMs.get(delivery.id);
    if (untilMs !== undefined) holds.push({ deliveryId: delivery.id, untilMs, reason: "offer_live", courierId: null });
    return untilMs === undefined;
  });
  waiting.sort((a, b) => a.waitingSinceMs - b.waitingSinceMs || (a.id < b.id ? -1 : 1));
  const exclusive = live.filter(({ mode }) => !isShared(mode));
  return {
    snapshot,
    waiting,
    takenCourierIds: new Set(exclusive.map((offer) => offer.courierId)),
    sharedOffers: live.length - exclusive.length,
    offers: [],
    holds,
    ladder: [],
    toHuman: [...snapshot.rejected],
    explanations: [],
    objectiveSeconds: 0,
    greedy: false,
  };
}

/** Made to several, of whom the first to say yes gets it. */
export const isShared = (mode: OfferMode): boolean => mode === "wave" || mode === "everyone";

/** Writes a hold down. @returns false: nothing was offered */
export function holdUntil(draft: Draft, deliveryId: string, untilMs: number, reason: HoldReason): false {
  draft.holds.push({ deliveryId, untilMs, reason, courierId: null });
  return false;
}

export function finish(draft: Draft): Decisions {
  const { offers, holds, ladder, toHuman, explanations, objectiveSeconds, greedy } = draft;
  return { offers, holds, ladder, toHuman, explanations, objectiveSeconds, greedy };
}
