import { type Courier, type Instance, type Order, type Place, type Restaurant, travelMinutes } from "./instance";
import type { Solution } from "./solution";

/** A courier in the running day. `bag` is what he is bound to, with the minute he leaves each door. */
export type OnDuty = {
  courier: Courier;
  at: Place;
  placeId: string;
  freeAt: number;
  orders: number;
  trip: Trip | null;
  /** The restaurant he was sent ahead to, and must fetch from next. */
  boundTo: string | null;
};

/** A trip on the road; the hand-overs are known once the food has been fetched. */
export type Trip = { orders: Order[]; restaurant: Restaurant; arriveAt: number; pickupAt: number; doneAt: number[] };

/**
 * Sends a courier to fetch these orders and bring them out in this sequence; or, without orders yet, ahead to a
 * restaurant: the first of two stages of a commitment. `whenFree`: he may still be under way, and rides on from there.
 */
export type Dispatch = { courier: string; orders: string[]; aheadTo?: string; whenFree?: boolean };

/** What a dispatcher may look at: nothing that has not happened yet is in here but what the instance reveals. */
export type Moment = {
  minute: number;
  instance: Instance;
  waiting: readonly Order[];
  couriers: readonly OnDuty[];
  placedSoFar: readonly Order[];
};

export type Dispatcher = (moment: Moment) => Dispatch[];

export type WorldRules = {
  /** How often the dispatcher is asked. */
  everyMinutes: number;
  /** Orders that can no longer be handed over within the maximum are taken out of the day. */
  dropsLate: boolean;
};

/** Plays a day minute by minute. Whoever is dispatched rides off at that minute and is not diverted. */
export function playDay(instance: Instance, dispatcher: Dispatcher, rules: WorldRules): Solution {
  const restaurants = new Map(instance.restaurants.map((restaurant) => [restaurant.id, restaurant]));
  const orders = [...instance.orders].sort((a, b) => a.placedAt - b.placedAt);
  const couriers = new Map(instance.couriers.map((courier) => [courier.id, offDuty(courier)]));
  const solution: Solution = { assignments: [], deliveries: [], moves: [] };
  let waiting: Order[] = [];
  const left: { order: Order; atMinute: number }[] = [];
  let next = 0;
  const lastOff = Math.max(...instance.couriers.map((courier) => courier.offAt));
  for (let minute = orders[0]?.placedAt ?? 0; minute <= lastOff; minute++) {
    while (next < orders.length && orders[next]!.placedAt <= minute) waiting.push(orders[next++]!);
    for (const { order, atMinute } of left) if (atMinute === minute) waiting.push(order);
    for (const state of couriers.values()) if (state.freeAt <= minute) state.trip = null;
    if (rules.dropsLate) waiting = waiting.filter((order) => canMakeIt(instance, restaurants, order, minute));
    if (minute % rules.everyMinutes !== 0 || waiting.length === 0) continue;
    const moment = {
      minute,
      instance,
      waiting,
      couriers: [...couriers.values()].filter(
        ({ courier, freeAt }) => courier.offAt >= minute && Number.isFinite(freeAt),
      ),
      placedSoFar: orders.slice(0, next),
    };
    const gone = new Set<string>();
    for (const dispatch of dispatcher(moment)) {
      const state = couriers.get(dispatch.courier)!;
      if (dispatch.aheadTo !== undefined) {
        rideAhead(instance, restaurants.get(dispatch.aheadTo)!, state, Math.max(minute, state.freeAt), solution);
        continue;
      }
      const carried = dispatch.orders.map((id) => waiting.find((order) => order.id === id)!);
      const departAt = dispatch.whenFree ? Math.max(minute, state.freeAt) : minute;
      const restaurant = restaurants.get(carried[0]!.restaurant)!;
      const fetched = carried.filter((order) => order.readyAt <= state.courier.offAt);
      rideOff(instance, restaurant, state, fetched, { assignedAt: minute, departAt }, solution);
      for (const id of dispatch.orders) gone.add(id);
      left.push(...notReadyInTime(carried, state));
    }
    waiting = waiting.filter((order) => !gone.has(order.id));
  }
  return solution;
}

const offDuty = (courier: Courier): OnDuty => ({
  courier,
  at: courier,
  placeId: "0",
  freeAt: courier.onAt,
  orders: 0,
  trip: null,
  boundTo: null,
});

function canMakeIt(instance: Instance, restaurants: Map<string, Restaurant>, order: Order, minute: number): boolean {
  const rideMinutes = travelMinutes(instance, restaurants.get(order.restaurant)!, order);
  const handling = instance.pickupServiceMinutes + instance.dropoffServiceMinutes / 2;
  return minute + handling + rideMinutes - order.placedAt <= instance.maximumMinutes;
}

/** Orders that a courier has to leave at the counter when his shift ends, because the kitchen was too slow. */
const notReadyInTime = (carried: readonly Order[], { courier }: OnDuty): { order: Order; atMinute: number }[] =>
  carried.filter((order) => order.readyAt > courier.offAt).map((order) => ({ order, atMinute: courier.offAt + 1 }));

function rideOff(
  instance: Instance,
  restaurant: Restaurant,
  state: OnDuty,
  orders: Order[],
  { assignedAt, departAt }: { assignedAt: number; departAt: number },
  solution: Solution,
): void {
  const { courier } = state;
  if (state.freeAt > departAt)
    throw new Error(`${courier.id} is sent at ${departAt} but is bound until ${state.freeAt}`);
  const isThere = state.placeId === restaurant.id;
  if (orders.length === 0) {
    waitInVain(restaurant, state, departAt, solution);
    return;
  }
  const arriveAt = departAt + travelMinutes(instance, state.at, restaurant);
  const pickupHalf = instance.pickupServiceMinutes / 2;
  const dropoffHalf = instance.dropoffServiceMinutes / 2;
  const pickupAt = Math.max(isThere ? departAt : arriveAt + pickupHalf, ...orders.map((order) => order.readyAt));
  solution.assignments.push({ assignedAt, pickupAt, courier: courier.id, orders: orders.map(({ id }) => id) });
  if (!isThere) {
    solution.moves.push({ courier: courier.id, departAt, origin: state.placeId, destination: restaurant.id });
  }
  let place: Place & { id: string } = restaurant;
  let atMinute = pickupAt + pickupHalf;
  const doneAt: number[] = [];
  for (const order of orders) {
    solution.moves.push({ courier: courier.id, departAt: atMinute, origin: place.id, destination: order.id });
    const dropoffAt = atMinute + travelMinutes(instance, place, order) + dropoffHalf;
    solution.deliveries.push({ order: order.id, pickupAt, dropoffAt, courier: courier.id });
    atMinute = dropoffAt + dropoffHalf;
    doneAt.push(atMinute);
    place = order;
  }
  Object.assign(state, { at: place, placeId: place.id, freeAt: atMinute, orders: state.orders + orders.length });
  state.boundTo = null;
  state.trip = { orders, restaurant, arriveAt, pickupAt, doneAt };
}

/** He stands at the counter, his papers done, when he is free again. */
function rideAhead(
  instance: Instance,
  restaurant: Restaurant,
  state: OnDuty,
  minute: number,
  solution: Solution,
): void {
  const arriveAt = minute + travelMinutes(instance, state.at, restaurant);
  const { id } = state.courier;
  solution.moves.push({ courier: id, departAt: minute, origin: state.placeId, destination: restaurant.id });
  const freeAt = arriveAt + instance.pickupServiceMinutes / 2;
  Object.assign(state, { at: restaurant, placeId: restaurant.id, freeAt, boundTo: restaurant.id });
}

/** He rides there and waits until his shift is over. */
function waitInVain(restaurant: Restaurant, state: OnDuty, departAt: number, solution: Solution): void {
  const { id } = state.courier;
  solution.moves.push({ courier: id, departAt, origin: state.placeId, destination: restaurant.id });
  Object.assign(state, { at: restaurant, placeId: restaurant.id, freeAt: Number.POSITIVE_INFINITY });
}
