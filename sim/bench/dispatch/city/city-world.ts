import type { PlannedStop } from "#api/domain/dispatch/courier-view";
import type { DispatchPolicy, OfferDecision } from "#api/domain/dispatch/dispatch-policy";
import { type Random, seededRandom } from "#shared/kernel/random";
import { type CityCourierState, CitySnapshots, HANDLING, msOf, type WaitingOrder } from "./city-snapshots";
import type { CityCourier, CityOrder } from "./read-day";
import { rideSeconds } from "./ride";

/** One hand-over as it came about. */
export type CityDelivery = { order: CityOrder; courierId: string; bagS: number; doorS: number; tripId: number };

export type CityRun = {
  deliveries: CityDelivery[];
  undelivered: number;
  trips: number;
  /**
   * Orders that waited past `STARVED_AFTER_S` for a courier while somebody stood idle who could have fetched them and
   * had not been asked: neither about this order nor, just now, about another.
   */
  starved: number;
  roundMs: number[];
  /** Processor time of the deciding thread: what a round takes where nobody else wants the core. */
  roundCpuMs: number[];
  rssMb: number;
};

export type CityOptions = {
  policy: DispatchPolicy;
  fromS: number;
  toS: number;
  everyS: number;
  /** Share of offers that nobody answers. */
  rejectShare: number;
  seed: number;
  budgetSteps: number;
  onProgress: (clockS: number, waiting: number) => void;
};

/** After the last order was placed, so long for the last hand-over to be dispatched. */
const TAIL_S = 3 * 3_600;
const STARVED_AFTER_S = 600;

/** Plays the hours between `fromS` and `toS` in rounds: offers go out, are taken or run out, couriers ride. */
export function playCity(
  orders: readonly CityOrder[],
  couriers: readonly CityCourier[],
  options: CityOptions,
): CityRun {
  const random = seededRandom(options.seed);
  const snapshots = new CitySnapshots(orders, options);
  const states = new Map(couriers.map((courier) => [courier.id, stateOf(courier, options.fromS)]));
  const run: CityRun = { deliveries: [], undelivered: 0, trips: 0, starved: 0, roundMs: [], roundCpuMs: [], rssMb: 0 };
  const starved = new Set<string>();
  let waiting: WaitingOrder[] = [];
  let next = 0;
  for (let clockS = options.fromS; clockS <= options.toS + TAIL_S; clockS += options.everyS) {
    while (next < orders.length && orders[next]!.placedS <= clockS) waiting.push(waitingOf(orders[next++]!));
    if (waiting.length === 0 && next === orders.length) break;
    for (const state of states.values()) dropDone(state, clockS);
    const snapshot = snapshots.take(clockS, waiting, states.values());
    const startedMs = performance.now();
    const startedCpu = process.threadCpuUsage();
    const decisions = options.policy.decide(snapshot);
    const { user, system } = process.threadCpuUsage(startedCpu);
    run.roundCpuMs.push((user + system) / 1_000);
    run.roundMs.push(performance.now() - startedMs);
    const byId = new Map(waiting.map((order) => [order.order.id, order]));
    for (const { deliveryId, ...rung } of decisions.ladder) byId.get(deliveryId)!.ladder = rung;
    for (const offer of decisions.offers) answer(offer, byId, states, clockS, options, random, run);
    waiting = waiting.filter((order) => !order.taken);
    for (const id of starving(waiting, states, clockS)) starved.add(id);
    options.onProgress(clockS, waiting.length);
    // A live round is followed by half a minute's rest, in which the collector runs; here rounds follow each other.
    if (run.roundMs.length % 5 === 0) Bun.gc(true);
    run.rssMb = Math.max(run.rssMb, process.memoryUsage.rss() / 1_048_576);
  }
  run.undelivered = waiting.length;
  run.starved = starved.size;
  return run;
}

const waitingOf = (order: CityOrder): WaitingOrder => ({
  order,
  taken: false,
  refusedBy: [],
  offer: null,
  ladder: { step: "exclusive", tries: 0, sinceMs: msOf(order.placedS) },
});

const stateOf = (courier: CityCourier, fromS: number): CityCourierState => ({
  courier,
  at: courier.home,
  plan: [],
  freeSinceS: Math.max(fromS, courier.onS),
  orders: 0,
});

function dropDone(state: CityCourierState, clockS: number): void {
  const done = state.plan.filter((stop) => stop.doneMs <= msOf(clockS)).at(-1);
  if (!done) return;
  state.plan = state.plan.filter((stop) => stop.doneMs > msOf(clockS));
  state.at = done.point;
  if (state.plan.length === 0) state.freeSinceS = clockS;
}

/** Whoever says yes says it at once; whoever does not lets the offer run out. */
function answer(
  offer: OfferDecision,
  waiting: ReadonlyMap<string, WaitingOrder>,
  states: ReadonlyMap<string, CityCourierState>,
  clockS: number,
  options: CityOptions,
  random: Random,
  run: CityRun,
): void {
  const willing = offer.courierIds.filter(() => random() >= options.rejectShare);
  const orders = offer.deliveryIds.map((id) => waiting.get(id)!);
  if (willing.length === 0) {
    for (const order of orders) {
      order.offer = { courierIds: offer.courierIds, mode: offer.mode, expiresAtMs: offer.expiresAtMs };
      if (offer.mode === "exclusive") order.refusedBy.push(...offer.courierIds);
    }
    return;
  }
  const taker = states.get(willing[Math.floor(random() * willing.length)]!)!;
  ride(offer, taker, waiting, clockS, run);
}

/** The world's own ride, from its own records: what the engine expected plays no part. */
function ride(
  offer: OfferDecision,
  state: CityCourierState,
  waiting: ReadonlyMap<string, WaitingOrder>,
  clockS: number,
  run: CityRun,
): void {
  const last = state.plan.at(-1);
  let point = last?.point ?? state.at;
  let atS = last ? Math.max(clockS, (last.doneMs - msOf(0)) / 1_000) : clockS;
  const bags = new Map<string, number>();
  const plan: PlannedStop[] = [...state.plan];
  const tripId = run.trips++;
  for (const stop of offer.stops) {
    const order = waiting.get(stop.deliveryId)!;
    const here =
      stop.kind === "pickup" &&
      plan.at(-1)?.kind === "pickup" &&
      point.lat === stop.point.lat &&
      point.lng === stop.point.lng;
    atS += rideSeconds(point, stop.point, state.courier.vehicle);
    if (stop.kind === "pickup") {
      const bagS = Math.max(
        order.order.readyS,
        here ? atS - HANDLING.afterPickupSeconds : atS + HANDLING.beforePickupSeconds,
      );
      bags.set(stop.deliveryId, bagS);
      atS = bagS + HANDLING.afterPickupSeconds;
    } else {
      const doorS = atS + HANDLING.beforeDropoffSeconds;
      run.deliveries.push({
        order: order.order,
        courierId: state.courier.id,
        bagS: bags.get(stop.deliveryId)!,
        doorS,
        tripId,
      });
      atS = doorS + HANDLING.afterDropoffSeconds;
      order.taken = true;
      state.orders += 1;
    }
    point = stop.point;
    plan.push({ deliveryId: stop.deliveryId, kind: stop.kind, point, doneMs: msOf(atS) });
  }
  state.plan = plan;
}

function starving(
  waiting: readonly WaitingOrder[],
  states: ReadonlyMap<string, CityCourierState>,
  clockS: number,
): string[] {
  const late = waiting.filter(({ order }) => clockS - order.readyS > STARVED_AFTER_S);
  if (late.length === 0) return [];
  const asked = new Set(
    waiting.flatMap(({ offer }) => (offer && offer.expiresAtMs > msOf(clockS) ? offer.courierIds : [])),
  );
  const idle = [...states.values()].filter(
    ({ plan, courier }) =>
      plan.length === 0 && courier.onS <= clockS && courier.offS > clockS && !asked.has(courier.id),
  );
  return late
    .filter(({ offer }) => offer === null || offer.expiresAtMs <= msOf(clockS))
    .filter(({ order, refusedBy }) =>
      idle.some(({ at, courier }) => !refusedBy.includes(courier.id) && canFetch(at, courier, order, clockS)),
    )
    .map(({ order }) => order.id);
}

const canFetch = (at: CityCourierState["at"], courier: CityCourier, order: CityOrder, clockS: number): boolean =>
  clockS + rideSeconds(at, order.pickup, courier.vehicle) + HANDLING.beforePickupSeconds <= courier.offS;
