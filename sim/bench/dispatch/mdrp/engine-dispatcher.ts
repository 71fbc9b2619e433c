import type { CourierView, PlannedStop } from "#api/domain/dispatch/courier-view";
import type { BranchView, DeliveryView } from "#api/domain/dispatch/delivery-view";
import type { DispatchPolicy, Forecast, Snapshot } from "#api/domain/dispatch/dispatch-policy";
import type { Point } from "#shared/kernel/geo";
import type { Instance, Order, Place } from "./instance";
import type { Preparation } from "./preparation";
import type { Dispatcher, Moment, OnDuty } from "./world";

/** Minutes of the instance begin here; only differences matter. */
const EPOCH_MS = 1_000_000_000_000;
const MINUTE_MS = 60_000;
const msOf = (minute: number): number => EPOCH_MS + minute * MINUTE_MS;

/** Metres become hundred-thousandths of a degree near the equator, and come back exactly. Off zero: nobody is there. */
const SCALE = 100_000;
const pointOf = ({ x, y }: Place): Point => ({ lat: y / SCALE + 1, lng: x / SCALE + 1 });
const metresX = ({ lng }: Point): number => Math.round((lng - 1) * SCALE);
const metresY = ({ lat }: Point): number => Math.round((lat - 1) * SCALE);

/** "Any size" of the problem. */
const CAPACITY = 10;

export type EngineOptions = { policy: DispatchPolicy; preparation: Preparation; dropsLate: boolean; seed: number };

/** Elementary steps a round may take: about a tenth of a second. */
const BUDGET_STEPS = 300_000;

/** Hands the instance's world to a live policy: whole minutes, euclidean rides, everybody accepts. */
export function engineDispatcher(instance: Instance, options: EngineOptions): Dispatcher {
  const points = new Map<Place, Point>();
  const point = (place: Place): Point => points.get(place) ?? points.set(place, pointOf(place)).get(place)!;
  const restaurants = new Map(instance.restaurants.map((restaurant) => [restaurant.id, restaurant]));
  const dispatcher: Dispatcher = (moment) => {
    const snapshot = snapshotOf(moment);
    const { offers } = options.policy.decide(snapshot);
    return offers.map((offer) => ({
      courier: offer.courierIds[0]!,
      orders: offer.stops.filter((stop) => stop.kind === "dropoff").map((stop) => stop.deliveryId),
    }));
  };
  const forecast: Forecast = { travelSeconds: rideOf(instance), acceptProbability: () => 1 };
  const handling = {
    beforePickupSeconds: 30 * instance.pickupServiceMinutes,
    afterPickupSeconds: 30 * instance.pickupServiceMinutes,
    beforeDropoffSeconds: 30 * instance.dropoffServiceMinutes,
    afterDropoffSeconds: 30 * instance.dropoffServiceMinutes,
  };
  const snapshotOf = (moment: Moment): Snapshot => ({
    nowMs: msOf(moment.minute),
    nextRoundMs: msOf(moment.minute + 1),
    seed: options.seed,
    couriers: moment.couriers.map((state) => courierView(state, moment)),
    deliveries: moment.waiting.map((order) => deliveryView(order, moment)),
    liveOffers: [],
    branches: branchViews(moment),
    handling,
    forecast,
    budgetSteps: BUDGET_STEPS,
  });

  const courierView = ({ courier, at, freeAt, orders, trip }: OnDuty, { minute }: Moment): CourierView => ({
    id: courier.id,
    position: point(at),
    positionAgeSeconds: 0,
    vehicle: "motorcycle",
    capacityOrders: CAPACITY,
    rating: 5,
    acceptanceRate: 1,
    plan: trip === null ? [] : planOf(trip, minute),
    freeSinceMs: trip === null ? msOf(freeAt) : null,
    availableFromMs: msOf(courier.onAt),
    shiftEndsMs: msOf(courier.offAt),
    payTodayMinor: orders * instance.payPerOrder * 100,
    guaranteePerDayMinor: Math.round(((courier.offAt - courier.onAt) / 60) * instance.guaranteePerHour * 100),
    cashInHandMinor: 0,
    cashLimitMinor: null,
  });

  /** Hand-overs still to come. Until the food is fetched only what is expected of the kitchen is told. */
  const planOf = (trip: NonNullable<OnDuty["trip"]>, minute: number): PlannedStop[] => {
    const expectedPickup = Math.max(
      trip.arriveAt + instance.pickupServiceMinutes / 2,
      ...trip.orders.map((order) => options.preparation(order, minute).p50),
    );
    const lateBy = trip.pickupAt <= minute ? 0 : expectedPickup - trip.pickupAt;
    return trip.orders.map((order, i) => ({
      deliveryId: order.id,
      kind: "dropoff",
      point: point(order),
      doneMs: msOf(trip.doneAt[i]! + lateBy),
    }));
  };

  const deliveryView = (order: Order, { minute }: Moment): DeliveryView => {
    const { p50, p80 } = options.preparation(order, minute);
    return {
      id: order.id,
      branchId: order.restaurant,
      pickup: point(restaurants.get(order.restaurant)!),
      dropoff: point(order),
      placedMs: msOf(order.placedAt),
      readyP50Ms: msOf(p50),
      readyP80Ms: msOf(p80),
      promisedMs: msOf(order.placedAt + instance.targetMinutes),
      latestDoorMs: options.dropsLate ? msOf(order.placedAt + instance.maximumMinutes) : null,
      waitingSinceMs: msOf(order.placedAt),
      cashToCollectMinor: 0,
      ladder: { step: "exclusive", tries: 0, sinceMs: msOf(order.placedAt) },
      refusedByCourierIds: [],
      pinnedCourierId: null,
      forbiddenCourierIds: [],
      keepApartFrom: [],
    };
  };

  const branchViews = ({ placedSoFar, minute }: Moment): BranchView[] => {
    const recent = new Map<string, number>();
    for (const { restaurant, placedAt } of placedSoFar) {
      const weight = minute - placedAt <= 60 ? 1 : 0.1;
      recent.set(restaurant, (recent.get(restaurant) ?? 0) + weight);
    }
    const lastHour = placedSoFar.filter(({ placedAt }) => minute - placedAt <= 60).length;
    const scale =
      lastHour /
      Math.max(
        1,
        [...recent.values()].reduce((sum, weight) => sum + weight, 0),
      );
    return instance.restaurants.map((restaurant) => ({
      id: restaurant.id,
      point: point(restaurant),
      policy: "optimised",
      offerSeconds: 30,
      exclusiveTries: Number.POSITIVE_INFINITY,
      waveSize: 3,
      radiusMetres: 1_000_000,
      maxRadiusMetres: 1_000_000,
      freshSeconds: 180,
      neighbourBranchIds: [],
      expectedOrdersPerHour: scale * (recent.get(restaurant.id) ?? 0),
      pay: { baseMinor: instance.payPerOrder * 100, perKmMinor: 0, perExtraStopMinor: instance.payPerOrder * 100 },
    }));
  };
  return dispatcher;
}

const rideOf =
  ({ metresPerMinute }: Instance): Forecast["travelSeconds"] =>
  (from, to) => {
    const x = metresX(from) - metresX(to);
    const y = metresY(from) - metresY(to);
    return 60 * Math.ceil(Math.sqrt(x * x + y * y) / metresPerMinute);
  };
