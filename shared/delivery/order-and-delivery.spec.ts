import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "#shared/kernel/refusal";
import { Doer } from "#shared/kernel/role";
import { Fulfilment } from "#shared/order/fulfilment";
import { OrderAction, TERMINAL_ORDER_STATUSES } from "#shared/order/order-status";
import { DeliveryAction, DeliveryStatus, LIVE_DELIVERY_STATUSES, TERMINAL_DELIVERY_STATUSES } from "./delivery-status";
import { advanceDeliveryOf, advanceOrderOf, ORDER_WHILE, type OrderAndDelivery } from "./order-and-delivery";

type Step = { on: "order"; action: OrderAction; doer: Doer } | { on: "delivery"; action: DeliveryAction; doer: Doer };

const STEPS: Step[] = Doer.options.flatMap((doer): Step[] => [
  ...OrderAction.options.map((action): Step => ({ on: "order", action, doer })),
  ...DeliveryAction.options.map((action): Step => ({ on: "delivery", action, doer })),
]);

/** From outside nobody calls what follows from the other machine; the house does, inside. */
const FROM_OUTSIDE = STEPS.filter(
  ({ doer, action }) => doer !== "system" || !["pick_up", "hand_over", "fail", "cancel"].includes(action),
);

const placed = (fulfilment: Fulfilment): OrderAndDelivery => ({
  order: { status: "placed", fulfilment },
  delivery: null,
});

/** `null` when refused. Anything but a Refusal, a half-done step above all, is thrown on. */
function step(pair: OrderAndDelivery, { on, action, doer }: Step): OrderAndDelivery | null {
  const { delivery } = pair;
  try {
    if (on === "order") return advanceOrderOf(pair, action, doer);
    return delivery ? advanceDeliveryOf({ ...pair, delivery }, action, doer) : null;
  } catch (error) {
    if (error instanceof Refusal && error.code === `${on}.action_not_allowed`) return null;
    throw error;
  }
}

const isLegal = ({ order, delivery }: OrderAndDelivery): boolean => {
  if (delivery) return order.fulfilment === "delivery" && ORDER_WHILE[delivery].includes(order.status);
  const early = ["awaiting_payment", "placed", "rejected", "cancelled", "expired"].includes(order.status);
  return early || order.fulfilment === "pickup";
};

const key = ({ order, delivery }: OrderAndDelivery) => `${order.status}/${delivery}`;

function reachable(start: OrderAndDelivery): Map<string, OrderAndDelivery> {
  const seen = new Map([[key(start), start]]);
  for (const pair of seen.values())
    for (const next of FROM_OUTSIDE.map((each) => step(pair, each)))
      if (next && !seen.has(key(next))) seen.set(key(next), next);
  return seen;
}

describe("an order and its delivery", () => {
  it("give a confirmed order a delivery that waits, unless the customer collects it", () => {
    expect(advanceOrderOf(placed("delivery"), "confirm", "kitchen").delivery).toBe("waiting");
    expect(advanceOrderOf(placed("pickup"), "confirm", "kitchen").delivery).toBeNull();
  });

  it("let the courier be on the way while the food is still cooking", () => {
    const pair: OrderAndDelivery = {
      order: { status: "preparing", fulfilment: "delivery" },
      delivery: "at_pickup",
    };
    expect(advanceOrderOf(pair, "mark_ready", "kitchen")).toMatchObject({ delivery: "at_pickup" });
  });

  it("are handed over together", () => {
    const pair = { order: { status: "picked_up", fulfilment: "delivery" }, delivery: "at_dropoff" } as const;
    expect(advanceDeliveryOf(pair, "hand_over", "courier")).toMatchObject({
      order: { status: "delivered" },
      delivery: "delivered",
    });
  });

  it("send the courier home when the order is called off", () => {
    const pair = { order: { status: "ready", fulfilment: "delivery" }, delivery: "assigned" } as const;
    expect(advanceOrderOf(pair, "call_off", "dispatcher").delivery).toBe("cancelled");
  });

  it.each(Fulfilment.options)("never come into an illegal pair (%s)", (fulfilment) => {
    for (const pair of reachable({ order: { status: "awaiting_payment", fulfilment }, delivery: null }).values())
      expect([key(pair), isLegal(pair)]).toEqual([key(pair), true]);
  });

  it("reach every pair that the table calls legal", () => {
    const all = DeliveryStatus.options.flatMap((delivery) =>
      ORDER_WHILE[delivery].map((order) => `${order}/${delivery}`),
    );
    expect([...reachable(placed("delivery")).keys()]).toEqual(expect.arrayContaining(all));
  });

  it("end together: a closed order never leaves a live delivery behind", () => {
    for (const { order, delivery } of reachable(placed("delivery")).values()) {
      if (TERMINAL_ORDER_STATUSES.includes(order.status)) expect(LIVE_DELIVERY_STATUSES).not.toContain(delivery);
    }
  });

  it("refuse whole or move whole on any walk of any people", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Fulfilment.options),
        fc.array(fc.constantFrom(...FROM_OUTSIDE), { maxLength: 120 }),
        (fulfilment, steps) => {
          let pair: OrderAndDelivery = placed(fulfilment);
          for (const each of steps) {
            const next = step(pair, each) ?? pair;
            if (pair.delivery && TERMINAL_DELIVERY_STATUSES.includes(pair.delivery))
              expect(next.delivery).toBe(pair.delivery);
            pair = next;
            expect(isLegal(pair)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
