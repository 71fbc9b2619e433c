import type { Journey, RiddenLeg, Setting } from "#api/domain/forecast/journey";
import type { Point } from "#shared/kernel/geo";
import { distanceMetres } from "#shared/kernel/geo";
import type { Milliseconds } from "#shared/kernel/units";
import type { Instance, Order, Place } from "#sim/bench/dispatch/mdrp/instance";
import { travelMinutes } from "#sim/bench/dispatch/mdrp/instance";
import type { Assignment, Solution } from "#sim/bench/dispatch/mdrp/solution";

const MINUTE_MS = 60_000;
/** A degree of a great circle on the mean sphere; the set's plane lies on the equator, where degrees are squares. */
const METRES_PER_DEGREE = 111_195;
const pointOf = ({ x, y }: Place): Point => ({ lat: y / METRES_PER_DEGREE, lng: x / METRES_PER_DEGREE });

/** What each restaurant is said to need, in minutes, as the forecaster is told of one of its orders. */
export type ToldMinutes = (order: Order) => number;

/** A played day as the journeys of its delivered orders, in the order of their hand-overs. */
export function dayJourneys(
  instance: Instance,
  solution: Solution,
  { dayStartMs, told }: { dayStartMs: Milliseconds; told: ToldMinutes },
): Journey[] {
  const msOf = (minute: number): Milliseconds => dayStartMs + minute * MINUTE_MS;
  const orders = new Map(instance.orders.map((order) => [order.id, order]));
  const restaurants = new Map(instance.restaurants.map((restaurant) => [restaurant.id, restaurant]));
  const doorMinute = new Map(solution.deliveries.map(({ order, dropoffAt }) => [order, dropoffAt]));
  const courierAt = new Map<string, Place>(instance.couriers.map((courier) => [courier.id, courier]));

  const loadAt = loadOf(instance, solution);

  const settingOf = (order: Order): Setting => ({
    branchId: `${instance.name}:${order.restaurant}`,
    counter: pointOf(restaurants.get(order.restaurant)!),
    usualPreparationSeconds: 60 * told(order),
    timezone: "UTC",
    handling: {
      beforePickupSeconds: 30 * instance.pickupServiceMinutes,
      afterPickupSeconds: 30 * instance.pickupServiceMinutes,
      beforeDropoffSeconds: 30 * instance.dropoffServiceMinutes,
      afterDropoffSeconds: 30 * instance.dropoffServiceMinutes,
    },
  });

  const ofTrip = (trip: Assignment): Journey[] => {
    const bag = trip.orders.map((id) => orders.get(id)!);
    const restaurant = restaurants.get(bag[0]!.restaurant)!;
    const from = courierAt.get(trip.courier)!;
    courierAt.set(trip.courier, bag.at(-1)!);
    const arrivedAt = trip.assignedAt + travelMinutes(instance, from, restaurant);
    const legs: RiddenLeg[] = [];
    let place: Place = restaurant;
    let leaveAt = trip.pickupAt + instance.pickupServiceMinutes / 2;
    for (const order of bag) {
      const reachedAt = leaveAt + travelMinutes(instance, place, order);
      legs.push({ from: pointOf(place), to: pointOf(order), leftMs: msOf(leaveAt), reachedMs: msOf(reachedAt) });
      place = order;
      leaveAt = reachedAt + instance.dropoffServiceMinutes;
    }
    const ride = {
      vehicle: "motorcycle" as const,
      assignedMs: msOf(trip.assignedAt),
      counterMetres: distanceMetres(pointOf(from), pointOf(restaurant)),
    };
    return bag.map((order, i) => ({
      setting: settingOf(order),
      placedMs: msOf(order.placedAt),
      load: loadAt(order.placedAt),
      confirmedMs: msOf(order.placedAt),
      cookingFromMs: null,
      saidReadyMs: null,
      readyMs: msOf(order.readyAt),
      ride,
      atCounterMs: msOf(arrivedAt),
      fetchedMs: msOf(trip.pickupAt),
      doors: bag.slice(0, i + 1).map(pointOf),
      doorsDone: i + 1,
      atDoorMs: legs[i]!.reachedMs,
      deliveredMs: msOf(doorMinute.get(order.id)!),
      // A leg is learnt once: with the order it leads to.
      legs: legs.slice(i, i + 1),
    }));
  };
  return solution.assignments.flatMap(ofTrip).sort((a, b) => a.deliveredMs! - b.deliveredMs!);
}

/** How many placed and undelivered orders there are for each courier on duty, by the minute. */
function loadOf(instance: Instance, { deliveries }: Solution): (minute: number) => number {
  const doorMinute = new Map(deliveries.map(({ order, dropoffAt }) => [order, dropoffAt]));
  const loads = new Map<number, number>();
  const countAt = (minute: number): number => {
    const open = instance.orders.filter(
      ({ id, placedAt }) => placedAt <= minute && (doorMinute.get(id) ?? Number.POSITIVE_INFINITY) > minute,
    );
    const onDuty = instance.couriers.filter(({ onAt, offAt }) => onAt <= minute && offAt > minute);
    return open.length / Math.max(1, onDuty.length);
  };
  return (minute) => loads.get(minute) ?? loads.set(minute, countAt(minute)).get(minute)!;
}

/** The mean of the restaurant's orders of the day: what the uncertain variant of the problem gives away. */
export function restaurantMean(instance: Instance): ToldMinutes {
  const sums = minutesByRestaurant(instance);
  return ({ restaurant }) => sums.get(restaurant)!.minutes / sums.get(restaurant)!.orders;
}

/** The mean of its other orders, so that nothing of the order itself shines through; the day's mean for the only one. */
export function meanOfOthers(instance: Instance): ToldMinutes {
  const sums = minutesByRestaurant(instance);
  const all = instance.orders.reduce((sum, order) => sum + order.readyAt - order.placedAt, 0) / instance.orders.length;
  return ({ restaurant, placedAt, readyAt }) => {
    const { minutes, orders } = sums.get(restaurant)!;
    return orders === 1 ? all : (minutes - (readyAt - placedAt)) / (orders - 1);
  };
}

function minutesByRestaurant({ orders }: Instance): Map<string, { minutes: number; orders: number }> {
  const sums = new Map<string, { minutes: number; orders: number }>();
  for (const { restaurant, placedAt, readyAt } of orders) {
    const sum = sums.get(restaurant) ?? { minutes: 0, orders: 0 };
    sums.set(restaurant, { minutes: sum.minutes + readyAt - placedAt, orders: sum.orders + 1 });
  }
  return sums;
}
