import { cleanSnapshot } from "./clean-snapshot";
import { climbLadder, HUMAN_RETRY_MS, ladderChange, type Rung } from "./climb-ladder";
import type { BranchView, DeliveryView } from "./delivery-view";
import type { DispatchPolicy, RankedCandidate, Snapshot } from "./dispatch-policy";
import { type Draft, draftOf, finish, holdUntil } from "./draft";
import type { Nearby, Search } from "./nearby-couriers";
import { nearbyCouriers } from "./nearby-couriers";
import { offerTrip } from "./offer-trip";

/** How a simple policy sees the couriers around a branch: best first. */
export type Rank = (nearby: readonly Nearby[], search: Search, snapshot: Snapshot) => RankedCandidate[];

export type LadderRules = { name: string; rank: Rank; firstStep?: "exclusive" | "everyone" };

/** Nobody able may be near for this long before a dispatcher is rung: most couriers are busy now and then. */
export const NOBODY_GRACE_MS = 120_000;

/**
 * So many of those near are asked at once. A bot may write thirty messages a second: four hundred would learn of an offer
 * when it is nearly over, and whoever is asked meanwhile learns of his too late, until nobody sees an offer in time.
 */
export const EVERYONE_MAX = 50;

/**
 * So many couriers of a city are asked together with others at a time. An offer is two messages, so these are a quarter of
 * what a bot can write in its half minute. Where a hundred orders find nobody and each asks everyone, nobody's offer comes
 * in time, the exclusive ones neither, and all climb on.
 */
export const SHARED_OFFERS_MAX = 100;

/** Of hundreds of candidates the best are written down. */
const EXPLAINED_MAX = SHARED_OFFERS_MAX;

/**
 * One delivery at a time, who waits longest first; each climbs the ladder by itself: exclusive offers to the best, one
 * after another, then a wave, then everyone near, then a partner, then a human being.
 */
export function ladderPolicy(rules: LadderRules): DispatchPolicy {
  return {
    name: rules.name,
    decide(snapshot) {
      const draft = draftOf(cleanSnapshot(snapshot));
      for (const delivery of draft.waiting) ladderOne(draft, delivery, rules);
      return finish(draft);
    },
  };
}

/** Moves one waiting delivery on by one rung or offer. Shared with the engine, for what its matching leaves over. */
export function ladderOne(draft: Draft, delivery: DeliveryView, rules: LadderRules): void {
  const { snapshot } = draft;
  const branch = snapshot.branchById.get(delivery.branchId)!;
  let rung = firstRung(climbLadder(delivery, branch, snapshot.nowMs, snapshot.partner), rules, snapshot.nowMs);
  let search = nearbyCouriers(delivery, branch, snapshot, asksAgain(rung));
  if (search.nearby.length === 0 && search.refusedNearby > 0 && !asksAgain(rung)) {
    rung = { step: "everyone", tries: 0, sinceMs: snapshot.nowMs };
    search = nearbyCouriers(delivery, branch, snapshot, true);
  }
  const ranked = rules.rank(search.nearby, search, snapshot);
  draft.explanations.push({ deliveryId: delivery.id, candidates: ranked.slice(0, EXPLAINED_MAX) });
  if (delivery.pinnedCourierId !== null && ranked.length === 0) call(draft, delivery, "pinned_courier_unavailable");
  if (rung.step === "human") call(draft, delivery, "ladder_exhausted");
  const offered = ask(draft, delivery, branch, rung, ranked);
  if (offered || rung.step !== delivery.ladder.step) draft.ladder.push(ladderChange(delivery.id, rung, offered));
  if (!offered && ranked.length === 0) callIfNobody(draft, delivery);
}

const asksAgain = (rung: Rung): boolean => rung.step !== "exclusive" && rung.step !== "wave";

function firstRung(rung: Rung, rules: LadderRules, nowMs: number): Rung {
  if (rules.firstStep !== "everyone" || asksAgain(rung)) return rung;
  return { step: "everyone", tries: 0, sinceMs: nowMs };
}

/** @returns whether an offer went out */
function ask(draft: Draft, delivery: DeliveryView, branch: BranchView, rung: Rung, ranked: RankedCandidate[]): boolean {
  const { nowMs, nextRoundMs } = draft.snapshot;
  if (rung.step === "partner") return holdUntil(draft, delivery.id, nextRoundMs, "no_courier");
  if (ranked.length === 0) return holdUntil(draft, delivery.id, nextRoundMs, "no_courier");
  if (rung.step === "exclusive" || delivery.pinnedCourierId !== null) {
    const best = ranked.find(({ courierId }) => !draft.takenCourierIds.has(courierId));
    if (!best) return holdUntil(draft, delivery.id, nextRoundMs, "courier_busy");
    if (!offerTrip(draft, [delivery], [best], "exclusive", branch)) return unreachable(draft, delivery);
    draft.takenCourierIds.add(best.courierId);
    return true;
  }
  // Everyone was asked already: again, but not every round.
  const againMs = rung.sinceMs + rung.tries * HUMAN_RETRY_MS;
  if (rung.step === "human" && nowMs < againMs) return holdUntil(draft, delivery.id, againMs, "no_courier");
  const mode = rung.step === "wave" ? "wave" : "everyone";
  const most = mostAsked(draft, mode, branch);
  if (most === 0) return holdUntil(draft, delivery.id, nextRoundMs, "asked_enough");
  const asked = chooseWhoIsAsked(ranked, delivery, most);
  return offerTrip(draft, [delivery], asked, mode, branch) || unreachable(draft, delivery);
}

/** Whoever waits longest asks half of those who may still be asked, the next half of the rest, and none less than a wave. */
function mostAsked({ sharedOffers }: Draft, mode: "wave" | "everyone", { waveSize }: BranchView): number {
  const room = SHARED_OFFERS_MAX - sharedOffers;
  if (room < waveSize) return 0;
  return mode === "wave" ? waveSize : Math.min(EVERYONE_MAX, Math.max(waveSize, Math.floor(room / 2)));
}

/**
 * Where more are near than may be asked, each has said no once before anybody is asked again: or the same fifty would be
 * asked every time, while the fifty-first would come. Best first, as they came: the best one's way makes the pay.
 */
function chooseWhoIsAsked(ranked: RankedCandidate[], delivery: DeliveryView, most: number): RankedCandidate[] {
  const refused = new Set(delivery.refusedByCourierIds);
  const hasRefused = ({ courierId }: RankedCandidate) => refused.has(courierId);
  const inTurn = [...ranked.filter((one) => !hasRefused(one)), ...ranked.filter(hasRefused)];
  const chosen = new Set(inTurn.slice(0, most));
  return ranked.filter((one) => chosen.has(one));
}

/** No road leads there. @returns false: nothing was offered */
function unreachable(draft: Draft, delivery: DeliveryView): false {
  call(draft, delivery, "nobody_can_carry");
  return holdUntil(draft, delivery.id, draft.snapshot.nextRoundMs, "no_courier");
}

const call = (draft: Draft, delivery: DeliveryView, reason: Draft["toHuman"][number]["reason"]): void => {
  draft.toHuman.push({ deliveryId: delivery.id, reason });
};

function callIfNobody(draft: Draft, delivery: DeliveryView): void {
  const { couriers, nowMs } = draft.snapshot;
  if (couriers.length === 0) call(draft, delivery, "nobody_online");
  else if (nowMs - delivery.waitingSinceMs >= NOBODY_GRACE_MS) call(draft, delivery, "nobody_can_carry");
}
