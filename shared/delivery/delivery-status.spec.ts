import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Doer } from "#shared/kernel/role";
import {
  CARRIED_DELIVERY_STATUSES,
  DELIVERY_RULES,
  DeliveryAction,
  DeliveryStatus,
  deliveryActionsFor,
  LIVE_DELIVERY_STATUSES,
  nextDeliveryStatus,
  ON_BOARD_DELIVERY_STATUSES,
  TERMINAL_DELIVERY_STATUSES,
} from "./delivery-status";

describe("the life of a delivery", () => {
  it("runs from waiting to delivered", () => {
    const steps: [DeliveryAction, Doer][] = [
      ["offer", "system"],
      ["accept", "courier"],
      ["arrive_pickup", "courier"],
      ["pick_up", "courier"],
      ["arrive_dropoff", "courier"],
      ["hand_over", "courier"],
    ];
    const end = steps.reduce<DeliveryStatus>((status, step) => nextDeliveryStatus(status, ...step), "waiting");
    expect(end).toBe("delivered");
  });

  it("forgives a courier who forgot to say that they had arrived", () => {
    expect(nextDeliveryStatus("assigned", "pick_up", "courier")).toBe("picked_up");
    expect(nextDeliveryStatus("picked_up", "hand_over", "courier")).toBe("delivered");
  });

  it("lets a courier give it back until the goods are on board", () => {
    expect(deliveryActionsFor("at_pickup", "courier")).toContain("release");
    expect(deliveryActionsFor("picked_up", "courier")).toEqual(["arrive_dropoff", "hand_over", "fail"]);
  });

  it("lets dispatch move the goods from a silent courier to another", () => {
    expect(nextDeliveryStatus("at_dropoff", "take_over", "dispatcher")).toBe("picked_up");
    expect(deliveryActionsFor("picked_up", "system")).toEqual([]);
  });

  it("gives customer and kitchen no say", () => {
    for (const status of DeliveryStatus.options)
      for (const doer of ["customer", "kitchen"] as const) expect(deliveryActionsFor(status, doer)).toEqual([]);
  });

  it("refuses accepting what was never offered, naming why", () => {
    expect(() => nextDeliveryStatus("waiting", "accept", "courier")).toThrow(
      expect.objectContaining({
        code: "delivery.action_not_allowed",
        details: { status: "waiting", action: "accept", role: "courier" },
      }),
    );
  });

  it("reaches every status", () => {
    const seen = new Set<DeliveryStatus>(["waiting"]);
    for (const status of seen)
      for (const doer of Doer.options)
        for (const action of deliveryActionsFor(status, doer)) seen.add(DELIVERY_RULES[action].to);
    expect([...seen].sort()).toEqual([...DeliveryStatus.options].sort());
  });

  it("is live until it ends; the lists of statuses fit into each other", () => {
    expect([...LIVE_DELIVERY_STATUSES, ...TERMINAL_DELIVERY_STATUSES].sort()).toEqual(
      [...DeliveryStatus.options].sort(),
    );
    expect(LIVE_DELIVERY_STATUSES).toEqual(expect.arrayContaining([...CARRIED_DELIVERY_STATUSES]));
    expect(CARRIED_DELIVERY_STATUSES).toEqual(expect.arrayContaining([...ON_BOARD_DELIVERY_STATUSES]));
  });

  it("walks legally whatever anybody tries, in any order", () => {
    const tries = fc.array(fc.tuple(fc.constantFrom(...DeliveryAction.options), fc.constantFrom(...Doer.options)), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(tries, (steps) => {
        let status: DeliveryStatus = "waiting";
        for (const [action, doer] of steps) {
          const rule = DELIVERY_RULES[action];
          if (!rule.from.includes(status) || !rule.by.includes(doer)) {
            expect(() => nextDeliveryStatus(status, action, doer)).toThrow("delivery.action_not_allowed");
            continue;
          }
          expect(TERMINAL_DELIVERY_STATUSES).not.toContain(status);
          status = nextDeliveryStatus(status, action, doer);
          expect(status).toBe(rule.to);
        }
      }),
      { numRuns: 300 },
    );
  });
});
