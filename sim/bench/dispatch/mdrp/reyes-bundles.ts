import { type Instance, type Order, type Place, travelMinutes } from "./instance";

/** Orders of one restaurant in the sequence of their hand-overs. */
export type Bundle = { restaurant: Place & { id: string }; orders: Order[] };

/** What a minute of food standing at the counter counts against a minute on the road, when a bundle is put together. */
const FRESHNESS_LOSS = 1;

/**
 * Bundles of one restaurant by parallel insertion: a fixed number of routes, filled in the order of readiness, each
 * order where the route's cost grows least (Reyes et al. 2018, section 4.1).
 */
export function bundlesOf(
  instance: Instance,
  restaurant: Bundle["restaurant"],
  orders: readonly Order[],
  targetSize: number,
  couriersHere: number,
): Bundle[] {
  const count = Math.max(couriersHere, Math.ceil(orders.length / targetSize));
  const routes: Order[][] = Array.from({ length: Math.min(count, orders.length) }, () => []);
  const cost = (route: readonly Order[]) => routeCost(instance, restaurant, route);
  for (const order of [...orders].sort((a, b) => a.readyAt - b.readyAt || a.placedAt - b.placedAt)) {
    let best = { at: 0, route: [order], added: Number.POSITIVE_INFINITY };
    routes.forEach((route, at) => {
      for (let place = 0; place <= route.length; place++) {
        const longer = [...route.slice(0, place), order, ...route.slice(place)];
        const added = cost(longer) - cost(route);
        if (added < best.added) best = { at, route: longer, added };
      }
    });
    routes[best.at] = best.route;
  }
  return routes.filter((route) => route.length > 0).map((route) => ({ restaurant, orders: route }));
}

function routeCost(instance: Instance, restaurant: Place, route: readonly Order[]): number {
  const readyAt = Math.max(0, ...route.map((order) => order.readyAt));
  let minutes = 0;
  let place = restaurant;
  for (const order of route) {
    minutes += travelMinutes(instance, place, order) + instance.dropoffServiceMinutes;
    place = order;
  }
  return minutes + FRESHNESS_LOSS * route.reduce((sum, order) => sum + readyAt - order.readyAt, 0);
}
