import { activeOrders } from "#api/domain/dispatch/courier-view";
import type { Decisions, Forecast, OfferDecision, Snapshot } from "#api/domain/dispatch/dispatch-policy";
import { decideParts } from "#api/modules/dispatch/decide-parts";
import type { DispatchPolicyKind } from "#shared/delivery/dispatch-settings";
import { distanceMetres } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import { forecastOf, type RecordedInputs } from "./replay-round";

/** A delivery's first offer under one policy. */
type FirstOffer = {
  /** From when a round first saw it to when it was offered. */
  waitedSeconds: Seconds;
  pickupMetres: number;
  /** From when its food is expected to be ready to the planned hand-over. */
  readyToDoorSeconds: Seconds;
  /** How likely the first who is asked says yes. */
  acceptProbability: number;
  courierWasFree: boolean;
  shared: boolean;
  late: boolean;
};

/** What a policy did, or would have done, on recorded rounds. Means are over the deliveries that it offered. */
export type Tried = {
  deliveries: number;
  offered: number;
  waitedSeconds: number;
  pickupMetres: number;
  readyToDoorSeconds: number;
  acceptPercent: number;
  freeCourierPercent: number;
  sharedPercent: number;
  latePercent: number;
  callsForHumans: number;
};

/**
 * What was decided for a branch in its recorded rounds, and what `policy` would have decided from the same knowledge.
 * Each round stands for itself: what another first offer would have changed in later rounds nobody recorded, so each
 * delivery is judged by the first offer that a policy makes for it.
 */
export function comparePolicies(
  rounds: readonly RecordedInputs[],
  branchId: Id,
  policy: DispatchPolicyKind,
): { recorded: Tried; tried: Tried } {
  const [recorded, tried] = [tallyOf(), tallyOf()];
  for (const round of rounds) {
    const snapshot = wholeSnapshot(round, forecastOf(round));
    if (!snapshot?.deliveries.some((delivery) => delivery.branchId === branchId)) continue;
    const branches = snapshot.branches.map((branch) => (branch.id === branchId ? { ...branch, policy } : branch));
    recorded.take(
      snapshot,
      branchId,
      round.parts.map(({ decisions }) => decisions),
    );
    tried.take(
      snapshot,
      branchId,
      decideParts({ ...snapshot, branches }).map(({ decisions }) => decisions),
    );
  }
  return { recorded: recorded.sum(), tried: tried.sum() };
}

/** The parts of a round put together again: all deliveries, and the offers that were live before anybody decided. */
function wholeSnapshot({ parts }: RecordedInputs, forecast: Forecast): Snapshot | null {
  const [first] = parts;
  return first
    ? { ...first.snapshot, deliveries: parts.flatMap(({ snapshot }) => snapshot.deliveries), forecast }
    : null;
}

function tallyOf() {
  const seenMs = new Map<Id, Milliseconds>();
  const firsts = new Map<Id, FirstOffer>();
  const called = new Set<Id>();
  return {
    take(snapshot: Snapshot, branchId: Id, decisions: readonly Decisions[]): void {
      const own = new Map(snapshot.deliveries.filter((row) => row.branchId === branchId).map((row) => [row.id, row]));
      for (const id of own.keys()) if (!seenMs.has(id)) seenMs.set(id, snapshot.nowMs);
      for (const { offers, toHuman } of decisions) {
        for (const offer of offers)
          for (const id of offer.deliveryIds)
            if (own.has(id) && !firsts.has(id)) firsts.set(id, firstOffer(snapshot, offer, id, seenMs.get(id)!));
        for (const { deliveryId } of toHuman) if (own.has(deliveryId)) called.add(deliveryId);
      }
    },
    sum: (): Tried => sumUp(seenMs.size, [...firsts.values()], called.size),
  };
}

function firstOffer(snapshot: Snapshot, offer: OfferDecision, deliveryId: Id, seenMs: Milliseconds): FirstOffer {
  const { nowMs, forecast } = snapshot;
  const delivery = snapshot.deliveries.find(({ id }) => id === deliveryId)!;
  const courier = snapshot.couriers.find(({ id }) => id === offer.courierIds[0])!;
  const pickupMetres = courier.position ? distanceMetres(courier.position, delivery.pickup) : 0;
  const doorMs = offer.stops.find((stop) => stop.deliveryId === deliveryId && stop.kind === "dropoff")!.etaMs;
  return {
    waitedSeconds: (nowMs - seenMs) / 1_000,
    pickupMetres,
    readyToDoorSeconds: (doorMs - delivery.readyP50Ms) / 1_000,
    acceptProbability: forecast.acceptProbability(courier, { pickupMetres, payMinor: offer.payMinor, atMs: nowMs }),
    courierWasFree: activeOrders(courier) === 0,
    shared: offer.deliveryIds.length > 1,
    late: doorMs > delivery.promisedMs,
  };
}

function sumUp(deliveries: number, firsts: readonly FirstOffer[], callsForHumans: number): Tried {
  const mean = (of: (first: FirstOffer) => number) =>
    firsts.length === 0 ? 0 : firsts.reduce((sum, first) => sum + of(first), 0) / firsts.length;
  const percent = (of: (first: FirstOffer) => boolean | number) =>
    Number((100 * mean((row) => Number(of(row)))).toFixed(1));
  return {
    deliveries,
    offered: firsts.length,
    waitedSeconds: Math.round(mean((row) => row.waitedSeconds)),
    pickupMetres: Math.round(mean((row) => row.pickupMetres)),
    readyToDoorSeconds: Math.round(mean((row) => row.readyToDoorSeconds)),
    acceptPercent: percent((row) => row.acceptProbability),
    freeCourierPercent: percent((row) => row.courierWasFree),
    sharedPercent: percent((row) => row.shared),
    latePercent: percent((row) => row.late),
    callsForHumans,
  };
}
