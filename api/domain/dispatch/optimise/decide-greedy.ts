import { climbLadder, HUMAN_RETRY_MS, ladderChange, type Rung } from "../climb-ladder";
import { type CourierView, nextFree } from "../courier-view";
import type { DeliveryView } from "../delivery-view";
import type { HumanReason } from "../dispatch-policy";
import { type Draft, holdUntil } from "../draft";
import { driveStops, dropoffStop, pickupStop } from "../drive-stops";
import { ladderOne, NOBODY_GRACE_MS } from "../ladder-policy";
import { obstacle } from "../may-carry";
import { offerTrip } from "../offer-trip";
import { idleGrid } from "./idle-grid";
import { OPTIMISED_LADDER } from "./ladder-rules";
import { STARVING_MS } from "./serve-starving";
import type { EngineSettings } from "./settings";

/** Climbing the ladder looks at every courier for every order: as many looks as a round of five milliseconds affords. */
const LADDER_LOOKS = 6_000;

/** Food that is ready later than this is not looked at: hardly anybody rides for longer to a counter. */
const LOOKS_AHEAD_MS = 900_000;

/** Whoever can start on something before the next round, and from where. */
type Start = { courier: CourierView; from: NonNullable<ReturnType<typeof nextFree>> };

/** Gives a delivery the nearest who can go, if anybody must ride off for it now. */
type Give = (delivery: DeliveryView, rung: Rung) => void;

/**
 * The answer when there is nothing to spend: who waits longest takes the nearest idle courier who can go, alone, if he
 * must ride off now. Nothing is planned, weighed or bundled; the next round with time to think does better.
 */
export function decideGreedy(draft: Draft, waiting: readonly DeliveryView[], settings: EngineSettings): void {
  const { nowMs, nextRoundMs, couriers, branchById, partner } = draft.snapshot;
  draft.greedy = true;
  const give = giver(draft, settings);
  let climbs = Math.max(1, Math.floor(LADDER_LOOKS / Math.max(1, couriers.length)));
  for (const delivery of waiting) {
    if (delivery.readyP50Ms > nowMs + LOOKS_AHEAD_MS) {
      holdUntil(draft, delivery.id, delivery.readyP50Ms - LOOKS_AHEAD_MS, "leaves_later");
      continue;
    }
    const rung = climbLadder(delivery, branchById.get(delivery.branchId)!, nowMs, partner);
    if (rung.step === "exclusive") give(delivery, rung);
    else if (asksNobodyYet(draft, delivery)) continue;
    else if (climbs-- > 0) ladderOne(draft, delivery, OPTIMISED_LADDER);
    else holdUntil(draft, delivery.id, nextRoundMs, "courier_busy");
  }
}

/** The ladder's last step rings all the time, and asks again only now and then. */
function asksNobodyYet(draft: Draft, { id, ladder, pinnedCourierId }: DeliveryView): boolean {
  const againMs = ladder.sinceMs + ladder.tries * HUMAN_RETRY_MS;
  if (ladder.step !== "human" || pinnedCourierId !== null || draft.snapshot.nowMs >= againMs) return false;
  draft.toHuman.push({ deliveryId: id, reason: "ladder_exhausted" });
  holdUntil(draft, id, againMs, "no_courier");
  return true;
}

function giver(draft: Draft, settings: EngineSettings): Give {
  const { nowMs, nextRoundMs, forecast, handling, branchById } = draft.snapshot;
  const starts = startsOf(draft);
  const idle = idleGrid(starts.map(({ from }) => from.point));
  return (delivery, rung) => {
    const at = idle.nearest(delivery.pickup, (who) => mayGo(draft, starts[who]!, delivery));
    if (at < 0) return holdUnserved(draft, delivery);
    const { courier, from } = starts[at]!;
    const approachS = forecast.travelSeconds(from.point, delivery.pickup, courier.vehicle, from.atMs);
    const untilMs = delivery.readyP50Ms - (approachS + handling.beforePickupSeconds + settings.answerSeconds) * 1_000;
    if (untilMs >= nextRoundMs) {
      draft.holds.push({ deliveryId: delivery.id, untilMs, reason: "leaves_later", courierId: courier.id });
      return;
    }
    const reasons = { costSeconds: approachS, freeInSeconds: (from.atMs - nowMs) / 1_000 };
    const candidate = { courierId: courier.id, value: approachS, reasons };
    if (!offerTrip(draft, [delivery], [candidate], "exclusive", branchById.get(delivery.branchId)!)) {
      return holdUnserved(draft, delivery);
    }
    idle.take(at);
    draft.takenCourierIds.add(courier.id);
    draft.ladder.push(ladderChange(delivery.id, rung, true));
    draft.explanations.push({ deliveryId: delivery.id, candidates: [candidate] });
    draft.objectiveSeconds += approachS;
  };
}

function startsOf({ snapshot, takenCourierIds }: Draft): Start[] {
  const { nowMs, nextRoundMs } = snapshot;
  // A phone that is silent for every branch would be found again and again as the nearest.
  const freshSeconds = snapshot.branches.reduce((most, branch) => Math.max(most, branch.freshSeconds), 0);
  const starts: Start[] = [];
  for (const courier of snapshot.couriers) {
    if (courier.availableFromMs > nowMs || !(courier.positionAgeSeconds <= freshSeconds)) continue;
    const from = nextFree(courier, nowMs);
    if (from && from.atMs < nextRoundMs && !takenCourierIds.has(courier.id)) starts.push({ courier, from });
  }
  return starts;
}

function mayGo(draft: Draft, { courier, from }: Start, delivery: DeliveryView): boolean {
  if (draft.takenCourierIds.has(courier.id) || obstacle(courier, delivery, draft.snapshot) !== null) return false;
  if (delivery.latestDoorMs === null) return true;
  const trip = driveStops(from, [pickupStop(delivery), dropoffStop(delivery)], courier.vehicle, draft.snapshot);
  return trip.endMs - draft.snapshot.handling.afterDropoffSeconds * 1_000 <= delivery.latestDoorMs;
}

/** Only the idle were looked at: whether anybody at work could carry it, a greedy round cannot know. */
function holdUnserved(draft: Draft, { id, readyP50Ms, waitingSinceMs, pinnedCourierId }: DeliveryView): void {
  const { nowMs, nextRoundMs, couriers, courierById } = draft.snapshot;
  const call = (reason: HumanReason) => draft.toHuman.push({ deliveryId: id, reason });
  holdUntil(draft, id, nextRoundMs, "courier_busy");
  if (pinnedCourierId !== null && !courierById.has(pinnedCourierId)) call("pinned_courier_unavailable");
  else if (couriers.length === 0) call("nobody_online");
  else if (nowMs - waitingSinceMs >= NOBODY_GRACE_MS && isHopeless(draft)) call("nobody_can_carry");
  else if (nowMs - readyP50Ms > STARVING_MS) call("starving");
}

/** Nobody is asked, and nobody is at work who will be free again. */
const isHopeless = ({ takenCourierIds, snapshot }: Draft): boolean =>
  takenCourierIds.size === 0 && snapshot.couriers.every(({ plan }) => plan.length === 0);
