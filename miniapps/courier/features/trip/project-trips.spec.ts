import { describe, expect, it } from "vitest";
import type { TripStop, TripView } from "#shared/contracts/trip";
import { DELIVERY_RULES, type DeliveryStatus, deliveryActionsFor } from "#shared/delivery/delivery-status";
import type { CourierAction } from "../../outbox/courier-action";
import type { Entry } from "../../outbox/outbox";
import { nextDoor, projectTrips } from "./project-trips";

const AT = "2026-03-02T07:00:00.000Z";
const stop = (deliveryId: string, kind: "pickup" | "dropoff", position: number): TripStop => ({
  id: `${deliveryId}-${kind}`,
  position,
  kind,
  status: "pending",
  point: { lat: 41.3, lng: 69.2 },
  deliveryId,
  deliveryStatus: "assigned",
  orderId: `order-of-${deliveryId}`,
  orderCode: "A-1",
  lines: [],
  branchName: { en: "Plov" },
  addressText: null,
  landmark: null,
  voiceMediaId: null,
  name: null,
  phone: null,
  note: null,
  cashToCollectMinor: 0,
  cashGivenMinor: null,
  pinLocked: false,
  readyAt: AT,
  promisedAt: AT,
  arrivedAt: null,
  doneAt: null,
  actions: deliveryActionsFor("assigned", "courier"),
});
const trip: TripView = {
  id: "trip",
  status: "active",
  version: 1,
  courierId: "me",
  currency: "UZS",
  payMinor: 1,
  distanceMetres: 1,
  stops: [stop("d1", "pickup", 0), stop("d2", "pickup", 1), stop("d1", "dropoff", 2), stop("d2", "dropoff", 3)],
};
const queued = (action: CourierAction, change: Partial<Entry> = {}): Entry => ({
  id: JSON.stringify(action),
  action,
  doneAtMs: 0,
  tries: 0,
  refusal: null,
  ...change,
});

/** What each action is called in the table of the deliveries. */
const WAY: [CourierAction, keyof typeof DELIVERY_RULES][] = [
  [{ do: "arrive", deliveryId: "d1", at: "pickup" }, "arrive_pickup"],
  [{ do: "pick_up", deliveryId: "d1" }, "pick_up"],
  [{ do: "arrive", deliveryId: "d1", at: "dropoff" }, "arrive_dropoff"],
  [{ do: "hand_over_pin", deliveryId: "d1", pin: "1234" }, "hand_over"],
];

describe("a trip without a network", () => {
  it("goes on as the table of the deliveries says, step by step", () => {
    let status: DeliveryStatus = "assigned";
    for (const [index, [, action]] of WAY.entries()) {
      status = DELIVERY_RULES[action].to;
      const entries = WAY.slice(0, index + 1).map(([done]) => queued(done));
      const [now] = projectTrips([trip], entries);
      const mine = now!.stops.filter(({ deliveryId }) => deliveryId === "d1");
      for (const { actions } of mine) expect([...actions].sort()).toEqual(deliveryActionsFor(status, "courier").sort());
    }
  });

  it("shows the next door: the other counter, then the doors in order", () => {
    const doorAfter = (count: number) =>
      nextDoor(
        projectTrips(
          [trip],
          WAY.slice(0, count).map(([done]) => queued(done)),
        ),
      );
    expect([0, 1, 2, 4].map((count) => doorAfter(count)?.stop.id)).toEqual([
      "d1-pickup",
      "d1-pickup",
      "d2-pickup",
      "d2-pickup",
    ]);
  });

  it("loses what was given back, and ends a stop that failed", () => {
    const [left] = projectTrips([trip], [queued({ do: "release", deliveryId: "d1", reason: "accident" })]);
    expect(left!.stops.map(({ status }) => status)).toEqual(["dropped", "pending", "dropped", "pending"]);
    const failed = [WAY[1]!, [{ do: "fail", deliveryId: "d1", reason: "unsafe" }, "fail"] as const];
    const [after] = projectTrips(
      [trip],
      failed.map(([done]) => queued(done)),
    );
    expect(after!.stops.map(({ status }) => status)).toEqual(["done", "pending", "failed", "pending"]);
  });

  it("stays as it is when the API refused, or when it is somebody else's delivery", () => {
    const refused = queued(WAY[1]![0], { refusal: { code: "delivery.action_not_allowed", details: {} } });
    expect(projectTrips([trip], [refused])).toEqual([trip]);
    expect(projectTrips([trip], [queued({ do: "pick_up", deliveryId: "d9" })])).toEqual([trip]);
  });
});
