import { travelMinutes } from "./instance";
import type { Dispatch, Dispatcher } from "./world";

/** For comparison: as an order is placed the nearest idle courier who can still fetch it rides, and waits for the food. */
export const nearestIdleDispatcher: Dispatcher = ({ minute, instance, waiting, couriers }) => {
  const idle = new Set(couriers.filter(({ freeAt }) => freeAt <= minute));
  const sent: Dispatch[] = [];
  for (const order of waiting) {
    const restaurant = instance.restaurants.find(({ id }) => id === order.restaurant)!;
    const reach = (state: (typeof couriers)[number]) => travelMinutes(instance, state.at, restaurant);
    const able = [...idle].filter((state) => {
      const arriveAt = minute + reach(state) + instance.pickupServiceMinutes / 2;
      return Math.max(order.readyAt, arriveAt) <= state.courier.offAt;
    });
    const nearest = able.sort((a, b) => reach(a) - reach(b))[0];
    if (!nearest) continue;
    idle.delete(nearest);
    sent.push({ courier: nearest.courier.id, orders: [order.id] });
  }
  return sent;
};
