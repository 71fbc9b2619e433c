import { climbLadder, ladderChange } from "../climb-ladder";
import type { DeliveryView } from "../delivery-view";
import type { HumanReason, Reasons } from "../dispatch-policy";
import type { Draft } from "../draft";
import { holdUntil } from "../draft";
import { dropoffStop, pickupStop } from "../drive-stops";
import { ladderOne, NOBODY_GRACE_MS } from "../ladder-policy";
import { offerTrip } from "../offer-trip";
import { bestTrip } from "./best-trip";
import { buildModel } from "./build-model";
import { type Arc, candidateArcs } from "./candidates";
import { type Commitment, commitmentOf, roundSeconds } from "./commitment";
import { declineRiskS } from "./decline-risk";
import type { Job } from "./job";
import { OPTIMISED_LADDER } from "./ladder-rules";
import { makePlan } from "./make-plan";
import type { Model } from "./model";
import { type Plan, planCost } from "./plan";
import type { Rider } from "./rider";
import type { Route } from "./route";
import { STARVING_MS } from "./serve-starving";
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
    else ladderOne(draft, delivery, OPTIMISED_LADDER);
  }
  const couriers = snapshot.couriers.filter((courier) => !draft.takenCourierIds.has(courier.id));
  const model = buildModel(snapshot, planned, couriers, settings);
  const arcs = candidateArcs(model);
  const plan = makePlan(model, arcs);
  draft.objectiveSeconds += planCost(plan, model);
  for (const route of plan.routes) commitOrHold(draft, route, model);
  explain(draft, model, arcs);
  tellAboutUnserved(draft, plan, model, arcs);
}

const asksOneByOne = (delivery: DeliveryView, { snapshot }: Draft): boolean =>
  climbLadder(delivery, snapshot.branchById.get(delivery.branchId)!, snapshot.nowMs).step === "exclusive";

/** Offers the first trip if riding off could not wait for the next round. */
function commitOrHold(draft: Draft, { rider, trips }: Route, model: Model): void {
  const [first, ...later] = trips;
  if (!first) return;
  const commitment = commitmentOf(first, rider, model);
  if (commitment.goes) {
    commit(draft, first, rider, model, { leaveInSeconds: commitment.leaveS, ...figuresOf(first, rider, model) });
  }
  const held = commitment.goes ? later : trips;
  for (const job of held.flatMap((trip) => trip.jobs)) hold(draft, job, rider, commitment, model);
}

/** Until somebody must be asked, and never past the moment when the food is ready: from then on every round looks. */
function hold(draft: Draft, { delivery, readyS }: Job, rider: Rider, { askS }: Commitment, model: Model): void {
  const nextS = roundSeconds(model);
  const untilMs = draft.snapshot.nowMs + Math.max(nextS, Math.min(askS, readyS)) * 1_000;
  const reason = askS >= nextS && rider.freeS <= 0 ? "leaves_later" : "courier_busy";
  draft.holds.push({ deliveryId: delivery.id, untilMs, reason, courierId: rider.courier.id });
}

/** What an order costs with him beyond the ride: the reasons that dispatchers see and couriers hear. */
const figuresOf = (trip: Trip, rider: Rider, model: Model): Reasons => ({
  freeInSeconds: rider.freeS,
  declineRiskSeconds: declineRiskS(trip, rider, model),
});

function commit(draft: Draft, trip: Trip, { courier }: Rider, model: Model, reasons: Reasons): void {
  const stops = trip.stops.flatMap((stop) =>
    stop.kind === "dropoff"
      ? [dropoffStop(stop.job.delivery)]
      : trip.jobs.filter((job) => isAt(stop.point, job.delivery.pickup)).map((job) => pickupStop(job.delivery)),
  );
  const { branch } = trip.jobs[0]!;
  const deliveries = trip.jobs.map((job) => job.delivery);
  const candidate = { courierId: courier.id, value: 0, reasons };
  if (!offerTrip(draft, deliveries, [candidate], "exclusive", branch, stops)) {
    for (const { id } of deliveries) holdUntil(draft, id, model.snapshot.nextRoundMs, "no_courier");
    return;
  }
  draft.takenCourierIds.add(courier.id);
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
    const alone = bestTrip([job], model)!;
    const candidates = arcs[job.index]!.slice(0, EXPLAINED).map(({ rider, costS }) => ({
      courierId: model.riders[rider]!.courier.id,
      value: costS,
      reasons: { costSeconds: costS, ...figuresOf(alone, model.riders[rider]!, model) },
    }));
    draft.explanations.push({ deliveryId: job.delivery.id, candidates });
  }
}

function tellAboutUnserved(draft: Draft, plan: Plan, model: Model, arcs: readonly (readonly Arc[])[]): void {
  const { nowMs, nextRoundMs, couriers } = draft.snapshot;
  for (const { index, delivery, readyS } of model.jobs) {
    const served = plan.riderOf[index]! >= 0;
    const hopeless = arcs[index]!.length === 0;
    if (hopeless && delivery.refusedByCourierIds.length > 0) {
      ladderOne(draft, delivery, OPTIMISED_LADDER);
      continue;
    }
    if (!served) holdUntil(draft, delivery.id, nextRoundMs, hopeless ? "no_courier" : "courier_busy");
    const call = (reason: HumanReason) => draft.toHuman.push({ deliveryId: delivery.id, reason });
    if (hopeless && delivery.pinnedCourierId !== null) call("pinned_courier_unavailable");
    else if (hopeless && couriers.length === 0) call("nobody_online");
    else if (hopeless && nowMs - delivery.waitingSinceMs >= NOBODY_GRACE_MS) call("nobody_can_carry");
    else if (!served && readyS * 1_000 < -STARVING_MS) call("starving");
  }
}
