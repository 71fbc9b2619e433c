import { climbLadder, ladderChange } from "../climb-ladder";
import type { DeliveryView } from "../delivery-view";
import type { HumanReason } from "../dispatch-policy";
import type { Draft } from "../draft";
import { holdUntil } from "../draft";
import { dropoffStop, pickupStop } from "../drive-stops";
import { type LadderRules, ladderOne, NOBODY_GRACE_MS } from "../ladder-policy";
import { obstacle } from "../may-carry";
import { offerTrip } from "../offer-trip";
import { rankByScore } from "../score-policy";
import { buildModel } from "./build-model";
import { type Arc, candidateArcs } from "./candidates";
import { driveTrip } from "./drive-trip";
import { greedyArcs } from "./greedy-arcs";
import { makePlan } from "./make-plan";
import type { Model } from "./model";
import { type Plan, planCost } from "./plan";
import type { Route } from "./route";
import type { EngineSettings } from "./settings";
import type { Trip } from "./trip";

/** Plans all waiting deliveries together and offers what must leave before the next round; the rest is held. */
export function decideOptimised(draft: Draft, waiting: readonly DeliveryView[], settings: EngineSettings): void {
  const { snapshot } = draft;
  const planned: DeliveryView[] = [];
  for (const delivery of waiting) {
    if (delivery.readyP50Ms > snapshot.nowMs + settings.horizonMs) {
      holdUntil(draft, delivery.id, delivery.readyP50Ms - settings.horizonMs, "leaves_later");
    } else if (planned.length >= settings.maxJobs) {
      holdUntil(draft, delivery.id, snapshot.nextRoundMs, "no_courier");
    } else if (asksOneByOne(delivery, draft)) planned.push(delivery);
    else ladderOne(draft, delivery, LADDER);
  }
  const couriers = snapshot.couriers.filter((courier) => !draft.takenCourierIds.has(courier.id));
  const model = buildModel(snapshot, planned, couriers, settings);
  const arcs = model.isGreedy ? greedyArcs(model) : candidateArcs(model);
  const plan = makePlan(model, arcs);
  draft.greedy ||= model.isGreedy;
  draft.objectiveSeconds += planCost(plan, model);
  for (const route of plan.routes) commitOrHold(draft, route, model);
  explain(draft, model, arcs);
  tellAboutUnserved(draft, plan, model, arcs);
}

/** What the plan cannot serve climbs the common ladder. */
const LADDER: LadderRules = { name: "optimised", rank: rankByScore };

const asksOneByOne = (delivery: DeliveryView, { snapshot }: Draft): boolean =>
  climbLadder(delivery, snapshot.branchById.get(delivery.branchId)!, snapshot.nowMs).step === "exclusive";

/** Offers the first trip if riding off could not wait for the next round. */
function commitOrHold(draft: Draft, { rider, trips }: Route, model: Model): void {
  const { snapshot } = draft;
  const [first, ...later] = trips;
  if (!first) return;
  const { leaveS } = driveTrip(first, rider, rider.point, rider.freeS, model);
  const nextS = (snapshot.nextRoundMs - snapshot.nowMs) / 1_000;
  const leavesLater = leaveS - model.settings.answerSeconds >= nextS;
  const legal = first.jobs.every(({ delivery }) => obstacle(rider.courier, delivery, snapshot) === null);
  const load = new Set(rider.courier.plan.map((stop) => stop.deliveryId)).size;
  const fits = load + first.jobs.length <= rider.courier.capacityOrders;
  const untilMs = snapshot.nowMs + Math.max(nextS, leaveS - model.settings.answerSeconds) * 1_000;
  const held = leavesLater || !legal || !fits ? [first, ...later] : later;
  for (const { delivery } of held.flatMap((trip) => trip.jobs)) {
    const reason = leavesLater && rider.freeS <= 0 ? "leaves_later" : "courier_busy";
    draft.holds.push({ deliveryId: delivery.id, untilMs, reason, courierId: rider.courier.id });
  }
  if (held.includes(first)) return;
  commit(draft, first, rider.courier.id, model, { leaveS });
}

function commit(draft: Draft, trip: Trip, courierId: string, model: Model, reasons: Record<string, number>): void {
  draft.takenCourierIds.add(courierId);
  const stops = trip.stops.flatMap((stop) =>
    stop.kind === "dropoff"
      ? [dropoffStop(stop.job.delivery)]
      : trip.jobs.filter((job) => isAt(stop.point, job.delivery.pickup)).map((job) => pickupStop(job.delivery)),
  );
  const { branch } = trip.jobs[0]!;
  const deliveries = trip.jobs.map((job) => job.delivery);
  offerTrip(draft, deliveries, [{ courierId, value: 0, reasons }], "exclusive", branch, stops);
  for (const { delivery } of trip.jobs) {
    draft.ladder.push(ladderChange(delivery.id, climbLadder(delivery, branch, model.snapshot.nowMs), true));
  }
}

const isAt = (a: { lat: number; lng: number }, b: { lat: number; lng: number }): boolean =>
  a.lat === b.lat && a.lng === b.lng;

/** The best few for each delivery, so that a dispatcher sees who else was considered. */
const EXPLAINED = 5;

function explain(draft: Draft, model: Model, arcs: readonly (readonly Arc[])[]): void {
  for (const job of model.jobs) {
    const candidates = arcs[job.index]!.slice(0, EXPLAINED).map(({ rider, costS }) => ({
      courierId: model.riders[rider]!.courier.id,
      value: costS,
      reasons: { costSeconds: costS, freeInSeconds: model.riders[rider]!.freeS },
    }));
    draft.explanations.push({ deliveryId: job.delivery.id, candidates });
  }
}

/** Ready for this long without a courier in sight: a human being should look, whatever the plan hopes for. */
const STARVING_S = 600;

function tellAboutUnserved(draft: Draft, plan: Plan, model: Model, arcs: readonly (readonly Arc[])[]): void {
  const { nowMs, nextRoundMs, couriers } = draft.snapshot;
  for (const { index, delivery, readyS } of model.jobs) {
    const served = plan.riderOf[index]! >= 0;
    // A greedy round has not looked at everyone: it cannot know.
    const hopeless = arcs[index]!.length === 0 && !model.isGreedy;
    if (hopeless && delivery.refusedByCourierIds.length > 0) {
      ladderOne(draft, delivery, LADDER);
      continue;
    }
    if (!served) holdUntil(draft, delivery.id, nextRoundMs, hopeless ? "no_courier" : "courier_busy");
    const call = (reason: HumanReason) => draft.toHuman.push({ deliveryId: delivery.id, reason });
    if (hopeless && delivery.pinnedCourierId !== null) call("pinned_courier_unavailable");
    else if (hopeless && couriers.length === 0) call("nobody_online");
    else if (hopeless && nowMs - delivery.waitingSinceMs >= NOBODY_GRACE_MS) call("nobody_can_carry");
    else if (!served && readyS < -STARVING_S) call("starving");
  }
}
