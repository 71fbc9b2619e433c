import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DeliveryStatus } from "#shared/delivery/delivery-status";
import { Fulfilment } from "#shared/order/fulfilment";
import { OrderStatus } from "#shared/order/order-status";
import { headlineOf, stageOf } from "./stage";

describe("what stands on top of an order", () => {
  it("is a text for every state that an order can be in", () => {
    const texts = readFileSync(new URL("../../../../shared/locales/en.ftl", import.meta.url), "utf8");
    for (const status of OrderStatus.options)
      for (const fulfilment of Fulfilment.options)
        for (const stands of DeliveryStatus.options) {
          const delivery = { id: "", status: stands, pin: null, courier: null };
          expect(texts).toContain(`\n${headlineOf({ status, fulfilment, delivery })} = `);
        }
  });

  it("has no stage for what came to nothing, and one for all else", () => {
    const ended = OrderStatus.options.filter((status) => stageOf({ status, fulfilment: "delivery" }) === null);
    expect(ended).toEqual(["rejected", "cancelled", "expired", "failed", "returned"]);
  });

  it("is ready to be collected where nobody brings it", () => {
    expect(stageOf({ status: "ready", fulfilment: "pickup" })).toBe("way");
    expect(stageOf({ status: "ready", fulfilment: "delivery" })).toBe("kitchen");
  });
});
