import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Doer } from "#shared/kernel/role";
import { Fulfilment } from "./fulfilment";
import {
  actionsFor,
  nextStatus,
  OPEN_ORDER_STATUSES,
  ORDER_RULES,
  OrderAction,
  type OrderState,
  OrderStatus,
  TERMINAL_ORDER_STATUSES,
} from "./order-status";

const brought = (status: OrderStatus): OrderState => ({ status, fulfilment: "delivery" });
const collected = (status: OrderStatus): OrderState => ({ status, fulfilment: "pickup" });

/** Every status that any actions of any doers lead to. */
function reachable(start: OrderState): Set<OrderStatus> {
  const seen = new Set<OrderStatus>([start.status]);
  for (const status of seen)
    for (const doer of Doer.options)
      for (const action of actionsFor({ ...start, status }, doer)) seen.add(ORDER_RULES[action].to);
  return seen;
}

describe("the life of an order", () => {
  it("runs from placed to delivered when a courier brings it", () => {
    const confirmed = nextStatus(brought("placed"), "confirm", "kitchen");
    const preparing = nextStatus(brought(confirmed), "start_preparing", "kitchen");
    const ready = nextStatus(brought(preparing), "mark_ready", "kitchen");
    const pickedUp = nextStatus(brought(ready), "pick_up", "system");
    expect(nextStatus(brought(pickedUp), "hand_over", "system")).toBe("delivered");
  });

  it("ends at the counter when the customer collects it", () => {
    expect(nextStatus(collected("ready"), "collect", "kitchen")).toBe("delivered");
    expect(actionsFor(collected("ready"), "system")).toEqual([]);
    expect(() => nextStatus(brought("ready"), "collect", "kitchen")).toThrow("order.action_not_allowed");
  });

  it("alerts no kitchen before its invoice is paid, and expires by the house alone", () => {
    expect(actionsFor(brought("awaiting_payment"), "kitchen")).toEqual([]);
    expect(actionsFor(brought("awaiting_payment"), "customer")).toEqual(["cancel"]);
    expect(actionsFor(brought("awaiting_payment"), "system")).toEqual(["pay", "expire"]);
  });

  it("lets the customer cancel until cooking begins, and staff until it is picked up", () => {
    expect(actionsFor(brought("confirmed"), "customer")).toEqual(["cancel"]);
    expect(actionsFor(brought("preparing"), "customer")).toEqual([]);
    expect(actionsFor(brought("ready"), "dispatcher")).toContain("call_off");
    expect(actionsFor(brought("picked_up"), "dispatcher")).toEqual([]);
  });

  it("is picked up through its delivery only, by no courier's word on the order itself", () => {
    for (const status of OrderStatus.options)
      expect(actionsFor(brought(status), "courier")).toEqual(status === "failed" ? ["return"] : []);
  });

  it("refuses a customer confirming an order, naming why", () => {
    expect(() => nextStatus(brought("placed"), "confirm", "customer")).toThrow(
      expect.objectContaining({
        code: "order.action_not_allowed",
        details: { status: "placed", action: "confirm", role: "customer" },
      }),
    );
  });

  it("reaches every status from its two beginnings", () => {
    expect([...reachable(brought("awaiting_payment"))].sort()).toEqual([...OrderStatus.options].sort());
    expect(reachable(brought("placed"))).not.toContain("expired");
  });

  it("never shows a collected order on the road", () => {
    const road: OrderStatus[] = ["picked_up", "failed", "returned"];
    for (const status of road) expect(reachable(collected("awaiting_payment"))).not.toContain(status);
  });

  it("ends where nothing leads on, and nowhere else", () => {
    expect([...TERMINAL_ORDER_STATUSES].sort()).toEqual(["cancelled", "delivered", "expired", "rejected", "returned"]);
    for (const status of OPEN_ORDER_STATUSES) expect(TERMINAL_ORDER_STATUSES).not.toContain(status);
  });

  it("walks legally whatever anybody tries, in any order", () => {
    const tries = fc.array(fc.tuple(fc.constantFrom(...OrderAction.options), fc.constantFrom(...Doer.options)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.constantFrom(...Fulfilment.options), tries, (fulfilment, steps) => {
        let status: OrderStatus = "awaiting_payment";
        for (const [action, doer] of steps) {
          const before: OrderState = { status, fulfilment };
          const rule = ORDER_RULES[action];
          const legal = rule.from.includes(status) && rule.by.includes(doer) && rule.of.includes(fulfilment);
          if (!legal) {
            expect(() => nextStatus(before, action, doer)).toThrow("order.action_not_allowed");
            continue;
          }
          expect(TERMINAL_ORDER_STATUSES).not.toContain(status);
          status = nextStatus(before, action, doer);
          expect(status).not.toBe(before.status);
        }
      }),
      { numRuns: 300 },
    );
  });
});
