import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aBranch, aCourier, aDelivery } from "../testing/small-world";
import { DEFAULT_SETTINGS } from "./settings";

const couriers = (count: number) => Array.from({ length: count }, (_, i) => aCourier({ id: `c${i}` }));
const deliveries = (count: number) => Array.from({ length: count }, (_, i) => aDelivery({ id: `d${i}` }));

describe("what a second of a courier's time is worth", () => {
  it("is the small price of idleness while there are more couriers than work", () => {
    const { riderPrice } = aModel({ couriers: couriers(10), deliveries: deliveries(2) });
    expect(riderPrice).toBe(DEFAULT_SETTINGS.idleRiderPrice);
  });

  it("rises with the orders that wait, up to its cap", () => {
    const price = (count: number) =>
      aModel({ couriers: couriers(2), deliveries: deliveries(count) }, { priceSlope: 1 }).riderPrice;
    expect(price(10)).toBeGreaterThan(price(2));
    expect(price(40)).toBeGreaterThanOrEqual(price(10));
    expect(price(2_000)).toBe(DEFAULT_SETTINGS.idleRiderPrice + DEFAULT_SETTINGS.priceCap);
  });

  it("rises with the orders that are expected", () => {
    const price = (expectedOrdersPerHour: number) =>
      aModel({ couriers: couriers(2), deliveries: deliveries(4), branches: [aBranch({ expectedOrdersPerHour })] })
        .riderPrice;
    expect(price(60)).toBeGreaterThan(price(0));
  });

  it("does not count a courier whose shift ends at once as help", () => {
    const leaving = couriers(4).map((courier) => ({ ...courier, shiftEndsMs: aModel().snapshot.nowMs + 1_000 }));
    const price = (team: ReturnType<typeof couriers>) =>
      aModel({ couriers: team, deliveries: deliveries(6) }).riderPrice;
    expect(price(leaving)).toBeGreaterThan(price(couriers(4)));
  });
});
