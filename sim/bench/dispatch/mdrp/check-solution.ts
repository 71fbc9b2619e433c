import { type Instance, travelMinutes } from "./instance";
import type { Assignment, Move, Solution } from "./solution";

/**
 * Which rides are allowed. `assigned`: to fetch what one has been assigned, and out with it. `in-vain`: besides, the
 * last ride of a shift may be to a counter where the kitchen was too slow. `ahead`: a courier may be on his way before
 * he knows what he will fetch (commitment in two stages).
 */
export type RideRule = "assigned" | "in-vain" | "ahead";

/**
 * Every rule of the problem, checked from the solution alone: one sentence per offence. Written apart from the world
 * and the engine, so that a mistake there is seen here. A bundle may be of any size.
 *
 * @param latest minutes from placement to door beyond which nothing may be handed over
 */
export function checkSolution(
  instance: Instance,
  solution: Solution,
  rides: RideRule = "assigned",
  latest = Number.POSITIVE_INFINITY,
): string[] {
  return [
    ...checkOnce(solution),
    ...checkMinutes(solution),
    ...checkLatest(instance, solution, latest),
    ...solution.assignments.flatMap((assignment) => checkAssignment(instance, solution, assignment)),
    ...instance.couriers.flatMap(({ id }) => checkCourier(instance, solution, id, rides)),
  ];
}

/** The problem is in whole minutes: half of one gained at every door would beat the optimum. */
function checkMinutes({ assignments, deliveries, moves }: Solution): string[] {
  const minutes = [
    ...assignments.flatMap(({ assignedAt, pickupAt }) => [assignedAt, pickupAt]),
    ...deliveries.flatMap(({ pickupAt, dropoffAt }) => [pickupAt, dropoffAt]),
    ...moves.map(({ departAt }) => departAt),
  ];
  return minutes.filter((minute) => !Number.isInteger(minute)).map((minute) => `${minute} is no whole minute`);
}

function checkLatest(instance: Instance, { deliveries }: Solution, latest: number): string[] {
  const placedAt = new Map(instance.orders.map((order) => [order.id, order.placedAt]));
  return deliveries
    .filter(({ order, dropoffAt }) => dropoffAt - placedAt.get(order)! > latest)
    .map(({ order }) => `${order} is handed over later than ${latest} minutes after its placement`);
}

function checkOnce({ assignments, deliveries }: Solution): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const id of assignments.flatMap((assignment) => assignment.orders)) {
    if (seen.has(id)) faults.push(`${id} is assigned twice`);
    seen.add(id);
  }
  const delivered = new Set(deliveries.map((delivery) => delivery.order));
  if (delivered.size !== deliveries.length) faults.push("an order is delivered twice");
  for (const id of seen) if (!delivered.has(id)) faults.push(`${id} is assigned and never delivered`);
  for (const id of delivered) if (!seen.has(id)) faults.push(`${id} is delivered and was never assigned`);
  return faults;
}

function checkAssignment(instance: Instance, solution: Solution, assignment: Assignment): string[] {
  const faults: string[] = [];
  const { assignedAt, pickupAt } = assignment;
  const courier = instance.couriers.find(({ id }) => id === assignment.courier);
  if (!courier) return [`${assignment.courier} does not exist`];
  if (pickupAt > courier.offAt) faults.push(`${courier.id} fetches at ${pickupAt}, after he is off`);
  if (pickupAt < assignedAt) faults.push(`${courier.id} fetches before he is assigned`);
  if (assignedAt < courier.onAt) faults.push(`${courier.id} is assigned before he is on`);
  const restaurants = new Set<string>();
  for (const id of assignment.orders) {
    const order = instance.orders.find((candidate) => candidate.id === id);
    if (!order) return [...faults, `${id} does not exist`];
    restaurants.add(order.restaurant);
    if (assignedAt < order.placedAt) faults.push(`${id} is assigned before it is placed`);
    if (pickupAt < order.readyAt) faults.push(`${id} is fetched before it is ready`);
    const delivered = solution.deliveries.find((delivery) => delivery.order === id);
    if (delivered && delivered.pickupAt !== pickupAt) faults.push(`${id} has two pick-up times`);
    if (delivered && delivered.courier !== courier.id) faults.push(`${id} has two couriers`);
  }
  if (restaurants.size > 1) faults.push(`a bundle from ${restaurants.size} restaurants`);
  return faults;
}

/** Follows one courier through his day: each ride begins where the last ended, no earlier than he was done there. */
function checkCourier(instance: Instance, solution: Solution, id: string, rides: RideRule): string[] {
  const faults: string[] = [];
  const ridesAhead = rides === "ahead";
  const courier = instance.couriers.find((candidate) => candidate.id === id)!;
  const moves = solution.moves.filter((move) => move.courier === id);
  const trips = solution.assignments.filter((assignment) => assignment.courier === id);
  const expected: (Move & { earliest: number })[] = [];
  let place = "0";
  let freeAt = courier.onAt;
  for (const trip of trips) {
    const restaurant = instance.orders.find((order) => order.id === trip.orders[0])!.restaurant;
    // In two stages he may have been sent to counters ahead of this one, where nothing came of it, or be here already.
    while (ridesAhead && moves[expected.length] && moves[expected.length]!.destination !== trip.orders[0]) {
      const ahead = moves[expected.length]!;
      expected.push({ ...ahead, origin: place, earliest: freeAt });
      freeAt =
        ahead.departAt + travelMinutes(instance, where(instance, place, id), where(instance, ahead.destination, id));
      place = ahead.destination;
    }
    let arriveAt = freeAt;
    if (!ridesAhead) {
      const departAt = moves[expected.length]?.departAt ?? Number.NaN;
      if (departAt < trip.assignedAt) faults.push(`${id} rides off before he is assigned`);
      expected.push({ courier: id, departAt, origin: place, destination: restaurant, earliest: freeAt });
      arriveAt = departAt + travelMinutes(instance, where(instance, place, id), where(instance, restaurant, id));
    } else if (place !== restaurant) faults.push(`${id} fetches at ${restaurant} and is at ${place}`);
    if (trip.pickupAt < arriveAt + instance.pickupServiceMinutes / 2) faults.push(`${id} fetches before he is there`);
    freeAt = trip.pickupAt + instance.pickupServiceMinutes / 2;
    place = restaurant;
    for (const order of trip.orders) {
      const leaveAt = moves[expected.length]?.departAt ?? Number.NaN;
      expected.push({ courier: id, departAt: leaveAt, origin: place, destination: order, earliest: freeAt });
      const rideMinutes = travelMinutes(instance, where(instance, place, id), where(instance, order, id));
      const dropoffAt = solution.deliveries.find((delivery) => delivery.order === order)?.dropoffAt ?? Number.NaN;
      if (!(dropoffAt >= leaveAt + rideMinutes + instance.dropoffServiceMinutes / 2)) {
        faults.push(`${order} is handed over before ${id} can be there`);
      }
      freeAt = dropoffAt + instance.dropoffServiceMinutes / 2;
      place = order;
    }
  }
  // Sent to a counter in the end, and nothing came of it before the shift was over.
  const surplus =
    rides === "assigned" ? [] : moves.slice(expected.length, rides === "ahead" ? undefined : expected.length + 1);
  for (const ride of surplus) {
    expected.push({ ...ride, origin: place, earliest: freeAt });
    const restaurant = instance.restaurants.find((candidate) => candidate.id === ride.destination);
    if (!restaurant) faults.push(`${id} rides to ${ride.destination} without a bag`);
    else freeAt = ride.departAt + travelMinutes(instance, where(instance, place, id), restaurant);
    place = ride.destination;
  }
  if (moves.length !== expected.length) faults.push(`${id} makes ${moves.length} rides, not ${expected.length}`);
  for (let i = 0; i < Math.min(moves.length, expected.length); i++) {
    const { origin, destination, earliest } = expected[i]!;
    const move = moves[i]!;
    if (move.origin !== origin || move.destination !== destination)
      faults.push(`${id} jumps at minute ${move.departAt}`);
    if (!(move.departAt >= earliest)) faults.push(`${id} rides off at ${move.departAt}, before ${earliest}`);
  }
  return faults;
}

function where(instance: Instance, place: string, courier: string): { x: number; y: number } {
  if (place === "0") return instance.couriers.find(({ id }) => id === courier)!;
  const found = instance.restaurants.find(({ id }) => id === place) ?? instance.orders.find(({ id }) => id === place);
  if (!found) throw new Error(`no place ${place} in ${instance.name}`);
  return found;
}
