import { describe, expect, it } from "vitest";
import { aModel } from "../testing/small-model";
import { aBranch, aCourier, aDelivery, NOW_MS } from "../testing/small-world";
import { bestTrip } from "./best-trip";
import { driveTrip } from "./drive-trip";

const minutes = (count: number) => NOW_MS + count * 60_000;
const drive = (...change: Parameters<typeof aModel>) => {
  const model = aModel(...change);
  const rider = model.riders[0]!;
  return { ...driveTrip(bestTrip([model.jobs[0]!], model)!, rider, rider.point, rider.freeS, model) };
};

describe("driving a trip", () => {
  it("costs no delay when the courier is there as the food is ready, and leaves no earlier than that takes", () => {
    const known = aDelivery({ readyP50Ms: minutes(20), readyP80Ms: minutes(20), promisedMs: minutes(60) });
    const { costS, leaveS, endS } = drive(
      { deliveries: [known], couriers: [aCourier({ acceptanceRate: 1 })] },
      { idleRiderPrice: 0, paySeconds: 0, positionWeight: 0 },
    );
    // A minute before the pick-up is his own at this counter.
    expect(leaveS).toBe(20 * 60 - 60);
    expect(costS).toBeCloseTo(0, 6);
    expect(endS).toBeGreaterThan(20 * 60);
  });

  it("leaves the earlier the less sure the kitchen is, while couriers are plenty", () => {
    const leave = (readyP80: number) =>
      drive({ deliveries: [aDelivery({ readyP50Ms: minutes(20), readyP80Ms: minutes(readyP80) })] }).leaveS;
    expect(leave(25)).toBeLessThan(leave(20));
    expect(leave(30)).toBeLessThan(leave(25));
  });

  it("leaves an unsure kitchen later when couriers are short", () => {
    const leave = (expectedOrdersPerHour: number) => {
      const deliveries = [aDelivery({ readyP50Ms: minutes(20), readyP80Ms: minutes(30) })];
      return drive({ deliveries, branches: [aBranch({ expectedOrdersPerHour })] }).leaveS;
    };
    expect(leave(200)).toBeGreaterThan(leave(0));
  });

  it("may not be driven when the food may come after the shift, or the door after the deadline", () => {
    const unsure = aDelivery({ readyP50Ms: minutes(20), readyP80Ms: minutes(40) });
    const couriers = [aCourier({ shiftEndsMs: minutes(30) })];
    expect(drive({ deliveries: [unsure], couriers }).costS).toBe(Number.POSITIVE_INFINITY);
    const tooLate = aDelivery({ readyP50Ms: minutes(20), readyP80Ms: minutes(20), latestDoorMs: minutes(21) });
    expect(drive({ deliveries: [tooLate] }).costS).toBe(Number.POSITIVE_INFINITY);
  });

  it("weighs a broken promise on top of the delay", () => {
    const late = (promised: number) => drive({ deliveries: [aDelivery({ promisedMs: minutes(promised) })] }).costS;
    expect(late(-10)).toBeGreaterThan(late(0));
    expect(late(60)).toBeLessThan(late(0));
  });
});
