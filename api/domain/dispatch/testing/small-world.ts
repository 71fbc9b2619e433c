import type { CourierView } from "../courier-view";
import type { BranchView, DeliveryView } from "../delivery-view";
import type { Snapshot } from "../dispatch-policy";
import { NOW_MS, streetForecast } from "./arbitrary-snapshot";

export { NOW_MS } from "./arbitrary-snapshot";

const COUNTER = { lat: 41.3, lng: 69.25 };

/** A free motorcyclist in front of the branch. */
export const aCourier = (change: Partial<CourierView> = {}): CourierView => ({
  id: "c1",
  position: COUNTER,
  positionAgeSeconds: 5,
  vehicle: "motorcycle",
  capacityOrders: 3,
  rating: 4.5,
  acceptanceRate: 0.9,
  plan: [],
  freeSinceMs: NOW_MS - 300_000,
  availableFromMs: NOW_MS - 3_600_000,
  shiftEndsMs: null,
  payTodayMinor: 0,
  guaranteePerDayMinor: 0,
  cashInHandMinor: 0,
  cashLimitMinor: null,
  ...change,
});

/** Ready now, two kilometres to the customer, nobody asked yet. */
export const aDelivery = (change: Partial<DeliveryView> = {}): DeliveryView => ({
  id: "d1",
  branchId: "b1",
  pickup: COUNTER,
  dropoff: { lat: 41.31, lng: 69.27 },
  placedMs: NOW_MS - 600_000,
  readyP50Ms: NOW_MS,
  readyP80Ms: NOW_MS,
  promisedMs: NOW_MS + 1_800_000,
  latestDoorMs: null,
  waitingSinceMs: NOW_MS - 600_000,
  cashToCollectMinor: 0,
  ladder: { step: "exclusive", tries: 0, sinceMs: NOW_MS - 600_000 },
  refusedByCourierIds: [],
  pinnedCourierId: null,
  forbiddenCourierIds: [],
  keepApartFrom: [],
  ...change,
});

export const aBranch = (change: Partial<BranchView> = {}): BranchView => ({
  id: "b1",
  point: COUNTER,
  policy: "score",
  offerSeconds: 30,
  exclusiveTries: 2,
  waveSize: 3,
  radiusMetres: 3_000,
  maxRadiusMetres: 12_000,
  freshSeconds: 180,
  neighbourBranchIds: [],
  expectedOrdersPerHour: 0,
  pay: { baseMinor: 1_000, perKmMinor: 100, perExtraStopMinor: 300 },
  ...change,
});

export const aSnapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  nowMs: NOW_MS,
  nextRoundMs: NOW_MS + 30_000,
  seed: 1,
  couriers: [aCourier()],
  deliveries: [aDelivery()],
  liveOffers: [],
  branches: [aBranch()],
  handling: { beforePickupSeconds: 60, afterPickupSeconds: 30, beforeDropoffSeconds: 60, afterDropoffSeconds: 30 },
  forecast: streetForecast,
  budgetSteps: 100_000,
  ...change,
});
