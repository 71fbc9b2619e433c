import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aBranch, aCourier, aDelivery, NOW_MS } from "../testing/small-world";
import { DEFAULT_SETTINGS } from "./settings";

const minutes = (count: number) => NOW_MS + count * 60_000;
const COUNTER = { lat: 41.3, lng: 69.25 };

describe("a round's problem", () => {
  it("leaves out couriers who are nowhere, carry nothing, go home before they are free, or come too late to count", () => {
    const busyUntil = (doneMs: number) => [{ deliveryId: "old", kind: "dropoff" as const, point: COUNTER, doneMs }];
    const { riders } = aModel({
      couriers: [
        aCourier({ id: "here" }),
        aCourier({ id: "nowhere", position: null }),
        aCourier({ id: "empty", capacityOrders: 0 }),
        aCourier({ id: "leaving", plan: busyUntil(minutes(20)), shiftEndsMs: minutes(19) }),
        aCourier({ id: "later", plan: busyUntil(minutes(41)) }),
        aCourier({ id: "soon", plan: busyUntil(minutes(39)) }),
      ],
    });
    expect(riders.map(({ courier, index }) => [courier.id, index])).toEqual([
      ["here", 0],
      ["soon", 1],
    ]);
  });

  it("counts delay from food that is carried straight to the door as soon as it is ready", () => {
    const { idealDoorS, snapshot } = aModel({ deliveries: [aDelivery({ readyP50Ms: minutes(10) })] });
    const { pickup, dropoff } = snapshot.deliveries[0]!;
    const rideS = snapshot.forecast.travelSeconds(pickup, dropoff, "motorcycle", NOW_MS);
    expect(idealDoorS[0]).toBeCloseTo(600 + 30 + rideS + 60, 6);
  });

  it("makes an old order as dear to leave out as a fresh one, whatever is lost already", () => {
    const fresh = aModel().unservedS[0]!;
    const old = aModel({ deliveries: [aDelivery({ readyP50Ms: minutes(-90), promisedMs: minutes(-60) })] });
    expect(old.unservedS[0]! - fresh).toBeGreaterThanOrEqual(60 * 60 * DEFAULT_SETTINGS.lateWeight);
  });

  it("would rather refuse what is worth nothing late than delay everybody", () => {
    const capped = aModel({ deliveries: [aDelivery({ latestDoorMs: minutes(60) })] }).unservedS[0]!;
    expect(capped).toBe(DEFAULT_SETTINGS.droppedSeconds);
    expect(aModel().unservedS[0]).toBe(DEFAULT_SETTINGS.unservedSeconds);
  });

  it("sends couriers to a counter earlier than the food is expected, the earlier the cheaper their time", () => {
    const lead = (expectedOrdersPerHour: number) =>
      aModel({ branches: [aBranch({ expectedOrdersPerHour })], deliveries: [aDelivery()] }).leadDeviations;
    expect(lead(0)).toBeLessThan(0);
    expect(lead(500)).toBeGreaterThan(lead(0));
  });
});
