import { mean, quantile } from "../statistics";
import type { Instance } from "./instance";
import type { Solution } from "./solution";

/** Minutes, dollars and per cent of one day. */
export type Figures = {
  undelivered: number;
  ctd: number;
  ctdP90: number;
  overage: number;
  rtp: number;
  rtpP90: number;
  cost: number;
  bundle: number;
};

export const FIGURE_KEYS = ["undelivered", "ctd", "ctdP90", "overage", "rtp", "rtpP90", "cost", "bundle"] as const;

export function figuresOf(instance: Instance, solution: Solution): Figures {
  const orders = new Map(instance.orders.map((order) => [order.id, order]));
  const delivered = solution.deliveries.map((delivery) => ({ ...delivery, order: orders.get(delivery.order)! }));
  const ctd = delivered.map(({ dropoffAt, order }) => dropoffAt - order.placedAt);
  const rtp = delivered.map(({ pickupAt, order }) => pickupAt - order.readyAt);
  return {
    undelivered: (100 * (instance.orders.length - delivered.length)) / instance.orders.length,
    ctd: mean(ctd),
    ctdP90: quantile(ctd, 0.9),
    overage: mean(ctd.map((minutes) => Math.max(0, minutes - instance.targetMinutes))),
    rtp: mean(rtp),
    rtpP90: quantile(rtp, 0.9),
    cost: payOf(instance, solution) / delivered.length,
    bundle: delivered.length / solution.assignments.length,
  };
}

/** Every courier gets so much per order, and at least the guarantee for his hours on duty. */
function payOf(instance: Instance, solution: Solution): number {
  const carried = new Map<string, number>();
  for (const { courier } of solution.deliveries) carried.set(courier, (carried.get(courier) ?? 0) + 1);
  return instance.couriers.reduce((sum, { id, onAt, offAt }) => {
    const guaranteed = (instance.guaranteePerHour * (offAt - onAt)) / 60;
    return sum + Math.max(instance.payPerOrder * (carried.get(id) ?? 0), guaranteed);
  }, 0);
}

export function meanFigures(all: readonly Figures[]): Figures {
  const row = Object.fromEntries(FIGURE_KEYS.map((key) => [key, mean(all.map((figures) => figures[key]))]));
  return row as Figures;
}
