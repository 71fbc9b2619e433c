import fc from "fast-check";
import { DispatchPolicyKind } from "#shared/delivery/dispatch-settings";
import { LadderStep } from "#shared/delivery/ladder";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import { travelSeconds, Vehicle } from "#shared/kernel/vehicle";
import type { CourierView, PlannedStop } from "../courier-view";
import type { BranchView, DeliveryView } from "../delivery-view";
import type { Forecast, LiveOffer, Snapshot } from "../dispatch-policy";

/** Noon of the test day. */
export const NOW_MS = 1_795_000_000_000;
const MINUTE_MS = 60_000;

export const streetForecast: Forecast = {
  travelSeconds: (from, to, vehicle) => travelSeconds(distanceMetres(from, to), vehicle),
  acceptProbability: (courier) => 0.5 + courier.acceptanceRate / 2,
};

/** A town of about ten by ten kilometres, and now and then a phone that lies. */
const sanePoint: fc.Arbitrary<Point> = fc.record({
  lat: fc.double({ min: 41.25, max: 41.35, noNaN: true }),
  lng: fc.double({ min: 69.2, max: 69.35, noNaN: true }),
});
const absurdPoint: fc.Arbitrary<Point> = fc.constantFrom(
  { lat: Number.NaN, lng: 69 },
  { lat: 0, lng: 0 },
  { lat: 91, lng: 69 },
  { lat: 41, lng: Number.POSITIVE_INFINITY },
);
const anyPoint = fc.oneof({ weight: 12, arbitrary: sanePoint }, { weight: 1, arbitrary: absurdPoint });
const around = (lowMinutes: number, highMinutes: number) =>
  fc.integer({ min: lowMinutes, max: highMinutes }).map((minutes) => NOW_MS + minutes * MINUTE_MS);
const id = (kind: string) => fc.integer({ min: 0, max: 30 }).map((n) => `${kind}${n}`);

const stop: fc.Arbitrary<PlannedStop> = fc.record({
  deliveryId: id("old"),
  kind: fc.constantFrom("pickup", "dropoff"),
  point: anyPoint,
  doneMs: around(-10, 40),
});

const courier: fc.Arbitrary<CourierView> = fc.record({
  id: id("c"),
  position: fc.option(anyPoint, { freq: 8 }),
  positionAgeSeconds: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) }, fc.constant(Number.NaN)),
  vehicle: fc.constantFrom(...Vehicle.options),
  capacityOrders: fc.integer({ min: 0, max: 4 }),
  rating: fc.double({ min: 0, max: 5, noNaN: true }),
  acceptanceRate: fc.double({ min: 0, max: 1, noNaN: true }),
  plan: fc.array(stop, { maxLength: 3 }),
  freeSinceMs: fc.option(around(-60, 5)),
  availableFromMs: fc.oneof({ weight: 6, arbitrary: around(-240, 0) }, around(1, 60)),
  shiftEndsMs: fc.option(around(-10, 240)),
  payTodayMinor: fc.integer({ min: 0, max: 30_000 }),
  guaranteePerDayMinor: fc.constantFrom(0, 12_000),
  cashInHandMinor: fc.integer({ min: 0, max: 5_000 }),
  cashLimitMinor: fc.option(fc.integer({ min: 0, max: 9_000 })),
});

const delivery: fc.Arbitrary<DeliveryView> = fc.record({
  id: id("d"),
  branchId: fc.integer({ min: 0, max: 4 }).map((n) => `b${n}`),
  pickup: anyPoint,
  dropoff: anyPoint,
  placedMs: around(-60, 1),
  readyP50Ms: fc.oneof({ weight: 9, arbitrary: around(-60, 40) }, fc.constant(Number.POSITIVE_INFINITY)),
  readyP80Ms: around(-55, 50),
  promisedMs: around(-30, 90),
  latestDoorMs: fc.option(around(-5, 120), { freq: 3, nil: null }),
  waitingSinceMs: around(-60, 2),
  cashToCollectMinor: fc.constantFrom(0, 0, 500, 3_000),
  ladder: fc.record({
    step: fc.constantFrom(...LadderStep.options),
    tries: fc.integer({ min: 0, max: 4 }),
    sinceMs: around(-20, 1),
  }),
  refusedByCourierIds: fc.array(id("c"), { maxLength: 3 }),
  pinnedCourierId: fc.option(id("c"), { freq: 1, nil: null }).map((pin) => (pin === "c0" ? pin : null)),
  forbiddenCourierIds: fc.array(id("c"), { maxLength: 3 }),
  keepApartFrom: fc.oneof(fc.constant<"all">("all"), fc.array(id("d"), { maxLength: 2 })),
});

const branch = (n: number): fc.Arbitrary<BranchView> =>
  fc.record({
    id: fc.constant(`b${n}`),
    point: sanePoint,
    policy: fc.constantFrom(...DispatchPolicyKind.options),
    offerSeconds: fc.integer({ min: 10, max: 60 }),
    exclusiveTries: fc.integer({ min: 0, max: 3 }),
    waveSize: fc.integer({ min: 2, max: 5 }),
    radiusMetres: fc.integer({ min: 100, max: 4_000 }),
    maxRadiusMetres: fc.integer({ min: 100, max: 20_000 }),
    freshSeconds: fc.integer({ min: 30, max: 180 }),
    neighbourBranchIds: fc.constantFrom([], ["b1", "b2"], ["b0", "b3"]),
    expectedOrdersPerHour: fc.constantFrom(0, 4, Number.NaN),
    pay: fc.constantFrom({ baseMinor: 1_000, perKmMinor: 0, perExtraStopMinor: 1_000 }),
  });

const liveOffer: fc.Arbitrary<LiveOffer> = fc.record({
  courierId: id("c"),
  deliveryIds: fc.array(id("d"), { minLength: 1, maxLength: 2 }),
  mode: fc.constantFrom("exclusive", "wave", "everyone", "manual"),
  expiresAtMs: around(-1, 2),
});

/** Any world, tidy or broken: doubled ids, points off the map, orders that are never ready, clocks that went back. */
export const arbitrarySnapshot: fc.Arbitrary<Snapshot> = fc.record({
  nowMs: fc.constant(NOW_MS),
  nextRoundMs: fc.constant(NOW_MS + 30_000),
  seed: fc.integer(),
  couriers: fc.array(courier, { maxLength: 14 }),
  deliveries: fc.array(delivery, { maxLength: 14 }),
  liveOffers: fc.array(liveOffer, { maxLength: 3 }),
  branches: fc.tuple(branch(0), branch(1), branch(2), branch(3)).map((all) => all),
  handling: fc.constant({
    beforePickupSeconds: 120,
    afterPickupSeconds: 60,
    beforeDropoffSeconds: 90,
    afterDropoffSeconds: 30,
  }),
  forecast: fc.constant(streetForecast),
  budgetSteps: fc.constantFrom(0, 50, 100_000),
});
