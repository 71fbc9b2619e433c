import { matchSparse } from "#api/domain/dispatch/optimise/match-sparse";
import { type Instance, type Order, travelMinutes } from "./instance";
import { type Bundle, bundlesOf } from "./reyes-bundles";
import type { Dispatch, Dispatcher, Moment, OnDuty } from "./world";

/** Minutes between rounds, and how far ahead orders and couriers are looked at. */
export const REYES_ROUND_MINUTES = 5;
const HORIZON_MINUTES = 20;

/** What a minute of delay at pick-up takes off an assignment's worth, in orders per minute. */
const DELAY_WEIGHT = 0.5;

type Match = { state: OnDuty; bundle: Bundle; arriveAt: number; pickupAt: number };

/**
 * The rolling horizon of D. Reyes, A. Erera, M. Savelsbergh, S. Sahasrabudhe, R. O'Neil, "The Meal Delivery Routing
 * Problem", 2018: bundles per restaurant whose size follows the load, three groups of urgency, in each a matching that
 * maximises orders per minute less the delay, and commitment in two stages. The second stage here lets a courier ride
 * ahead to the restaurant; what he fetches there is decided when he has arrived.
 */
export const reyesDispatcher: Dispatcher = (moment) => {
  const { minute, instance, waiting, couriers } = moment;
  const orders = waiting.filter((order) => order.readyAt <= minute + HORIZON_MINUTES);
  // Nobody can be told before his shift begins.
  const free = couriers.filter(({ courier, freeAt }) => courier.onAt <= minute && freeAt <= minute + HORIZON_MINUTES);
  if (orders.length === 0 || free.length === 0) return [];
  const targetSize = Math.max(1, Math.ceil(orders.length / free.length));
  const groups: Bundle[][] = [[], [], []];
  for (const bundle of allBundles(moment, orders, targetSize))
    groups[urgency(instance, bundle, free, minute)]!.push(bundle);
  const left = new Set(free);
  const matches: Match[] = [];
  for (const group of groups) {
    for (const match of matchGroup(instance, group, [...left], minute)) {
      left.delete(match.state);
      matches.push(match);
    }
  }
  return matches.flatMap((match) => commitment(match, minute));
};

function allBundles({ instance, couriers, minute }: Moment, orders: readonly Order[], targetSize: number): Bundle[] {
  return instance.restaurants.flatMap((restaurant) => {
    const here = orders.filter((order) => order.restaurant === restaurant.id);
    if (here.length === 0) return [];
    const standing = couriers.filter(
      ({ placeId, freeAt }) => placeId === restaurant.id && freeAt <= minute + HORIZON_MINUTES,
    );
    return bundlesOf(instance, restaurant, here, targetSize, standing.length);
  });
}

/** 0: an order can no longer be in time. 1: nobody can fetch it when it is ready. 2: all others. */
function urgency(instance: Instance, bundle: Bundle, free: readonly OnDuty[], minute: number): 0 | 1 | 2 {
  const soonest = Math.min(...free.map((state) => arrival(instance, state, bundle, minute)));
  const tooLate = bundle.orders.some((order) => {
    const doorAt = Math.max(soonest, order.readyAt) + instance.pickupServiceMinutes / 2;
    return doorAt + travelMinutes(instance, bundle.restaurant, order) > order.placedAt + instance.targetMinutes;
  });
  if (tooLate) return 0;
  return bundle.orders.some((order) => soonest > order.readyAt) ? 1 : 2;
}

const arrival = (instance: Instance, state: OnDuty, { restaurant }: Bundle, minute: number): number =>
  Math.max(minute, state.freeAt) +
  travelMinutes(instance, state.at, restaurant) +
  (state.placeId === restaurant.id ? 0 : instance.pickupServiceMinutes / 2);

function matchGroup(
  instance: Instance,
  bundles: readonly Bundle[],
  couriers: readonly OnDuty[],
  minute: number,
): Match[] {
  const start = [0];
  const column: number[] = [];
  const cost: number[] = [];
  for (const bundle of bundles) {
    couriers.forEach((state, i) => {
      const worth = worthOf(instance, bundle, state, minute);
      if (worth === null) return;
      column.push(i);
      cost.push(-worth);
    });
    start.push(column.length);
  }
  const { columnOf } = matchSparse({
    columns: couriers.length,
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    cost: Float64Array.from(cost),
    unmatchedCost: new Float64Array(bundles.length).fill(1_000),
  });
  return bundles.flatMap((bundle, i) => {
    const state = couriers[columnOf[i]!];
    if (!state) return [];
    const arriveAt = arrival(instance, state, bundle, minute);
    return [{ state, bundle, arriveAt, pickupAt: Math.max(arriveAt, ...bundle.orders.map((order) => order.readyAt)) }];
  });
}

/** Orders per minute of the courier's time less what the food's waiting costs; `null` when his shift is over by then. */
function worthOf(instance: Instance, bundle: Bundle, state: OnDuty, minute: number): number | null {
  if (isUnderWay(state, minute) && state.boundTo !== bundle.restaurant.id) return null;
  const arriveAt = arrival(instance, state, bundle, minute);
  const readyAt = Math.max(...bundle.orders.map((order) => order.readyAt));
  const pickupAt = Math.max(arriveAt, readyAt);
  if (pickupAt > state.courier.offAt) return null;
  let atMinute = pickupAt + instance.pickupServiceMinutes / 2;
  let place: { x: number; y: number } = bundle.restaurant;
  for (const order of bundle.orders) {
    atMinute += travelMinutes(instance, place, order) + instance.dropoffServiceMinutes;
    place = order;
  }
  const delay = bundle.orders.reduce((sum, order) => sum + pickupAt - order.readyAt, 0);
  return (
    bundle.orders.length / (atMinute - Math.max(minute, state.freeAt)) - (DELAY_WEIGHT * delay) / bundle.orders.length
  );
}

/**
 * For good if he will have fetched it before the next round: then nothing is gained by waiting. Ahead if he cannot even
 * be there by then. Else not yet.
 */
function commitment({ state, bundle, arriveAt, pickupAt }: Match, minute: number): Dispatch[] {
  const nextRound = minute + REYES_ROUND_MINUTES;
  const courier = state.courier.id;
  if (pickupAt <= nextRound) return [{ courier, orders: bundle.orders.map(({ id }) => id), whenFree: true }];
  if (isUnderWay(state, minute) || state.freeAt > nextRound || arriveAt <= nextRound) return [];
  if (state.placeId === bundle.restaurant.id) return [];
  return [{ courier, aheadTo: bundle.restaurant.id, orders: [], whenFree: true }];
}

/** Riding ahead to a restaurant: not diverted. Once he is there, and nothing is left for him, he may go elsewhere. */
const isUnderWay = ({ boundTo, freeAt }: OnDuty, minute: number): boolean => boundTo !== null && freeAt > minute;
