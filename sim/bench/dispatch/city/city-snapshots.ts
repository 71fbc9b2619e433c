import type { CourierView, PlannedStop } from "#api/domain/dispatch/courier-view";
import type { BranchView, DeliveryView } from "#api/domain/dispatch/delivery-view";
import type { LiveOffer, Snapshot } from "#api/domain/dispatch/dispatch-policy";
import type { Point } from "#shared/kernel/geo";
import type { CityCourier, CityOrder } from "./read-day";
import { rideSeconds } from "./ride";

const EPOCH_MS = 1_000_000_000_000;
export const msOf = (seconds: number): number => EPOCH_MS + seconds * 1_000;

export type CityCourierState = {
  courier: CityCourier;
  at: Point;
  plan: PlannedStop[];
  freeSinceS: number;
  orders: number;
};

export type WaitingOrder = {
  order: CityOrder;
  taken: boolean;
  refusedBy: string[];
  offer: (Omit<LiveOffer, "deliveryIds" | "courierId"> & { courierIds: readonly string[] }) | null;
  ladder: DeliveryView["ladder"];
};

/** A minute before and after each hand-over. */
export const HANDLING = {
  beforePickupSeconds: 60,
  afterPickupSeconds: 60,
  beforeDropoffSeconds: 60,
  afterDropoffSeconds: 60,
};

/** What a delivery pays and an hour guarantees, in minor units; as in the mdrp set. */
export const PAY_PER_ORDER = 1_000;
export const GUARANTEE_PER_HOUR = 1_500;

const CAPACITY = 3;

/** Demand is told from the last hour and looked at again this often. */
const DEMAND_EVERY_S = 300;

/** Shows a policy the running city: every pick-up point is a branch. */
export class CitySnapshots {
  private branches: BranchView[] = [];
  private demandAtS = Number.NEGATIVE_INFINITY;
  private readonly pickups = new Map<string, Point>();
  constructor(
    private readonly orders: readonly CityOrder[],
    private readonly options: { everyS: number; seed: number; budgetSteps: number },
  ) {
    for (const { pickup } of orders) this.pickups.set(branchId(pickup), pickup);
  }

  take(clockS: number, waiting: readonly WaitingOrder[], couriers: Iterable<CityCourierState>): Snapshot {
    if (clockS - this.demandAtS >= DEMAND_EVERY_S) this.updateDemand(clockS);
    const nowMs = msOf(clockS);
    const live = waiting.filter(({ offer }) => offer !== null && offer.expiresAtMs > nowMs);
    return {
      nowMs,
      nextRoundMs: nowMs + this.options.everyS * 1_000,
      seed: this.options.seed,
      couriers: [...couriers].filter(({ courier }) => courier.offS > clockS).map((state) => courierView(state)),
      deliveries: waiting.map(deliveryView),
      liveOffers: live.flatMap(({ order, offer }) =>
        offer!.courierIds.map((courierId) => ({ ...offer!, courierId, deliveryIds: [order.id] })),
      ),
      branches: this.branches,
      handling: HANDLING,
      forecast: { travelSeconds: rideSeconds, acceptProbability: () => 1 },
      budgetSteps: this.options.budgetSteps,
    };
  }

  /** Only what has been placed by now is counted. */
  private updateDemand(clockS: number): void {
    this.demandAtS = clockS;
    const counts = new Map<string, number>();
    for (const { pickup, placedS } of this.orders) {
      if (placedS > clockS || placedS < clockS - 3_600) continue;
      counts.set(branchId(pickup), (counts.get(branchId(pickup)) ?? 0) + 1);
    }
    this.branches = [...this.pickups].map(([id, point]) => branchView(id, point, counts.get(id) ?? 0));
  }
}

const branchId = ({ lat, lng }: Point): string => `${lat},${lng}`;

const branchView = (id: string, point: Point, expectedOrdersPerHour: number): BranchView => ({
  id,
  point,
  policy: "optimised",
  offerSeconds: 30,
  exclusiveTries: 10,
  waveSize: 3,
  radiusMetres: 3_000,
  maxRadiusMetres: 30_000,
  freshSeconds: 180,
  neighbourBranchIds: [],
  expectedOrdersPerHour,
  pay: { baseMinor: PAY_PER_ORDER, perKmMinor: 0, perExtraStopMinor: PAY_PER_ORDER },
});

const courierView = ({ courier, at, plan, freeSinceS, orders }: CityCourierState): CourierView => ({
  id: courier.id,
  position: at,
  positionAgeSeconds: 0,
  vehicle: courier.vehicle,
  capacityOrders: CAPACITY,
  rating: 5,
  acceptanceRate: 1,
  plan,
  freeSinceMs: plan.length === 0 ? msOf(freeSinceS) : null,
  availableFromMs: msOf(courier.onS),
  shiftEndsMs: msOf(courier.offS),
  payTodayMinor: orders * PAY_PER_ORDER,
  guaranteePerDayMinor: Math.round(((courier.offS - courier.onS) / 3_600) * GUARANTEE_PER_HOUR),
  cashInHandMinor: 0,
  cashLimitMinor: null,
});

const deliveryView = ({ order, refusedBy, ladder }: WaitingOrder): DeliveryView => ({
  id: order.id,
  branchId: branchId(order.pickup),
  pickup: order.pickup,
  dropoff: order.dropoff,
  placedMs: msOf(order.placedS),
  readyP50Ms: msOf(order.readyS),
  readyP80Ms: msOf(order.readyS),
  promisedMs: msOf(order.placedS + 2_400),
  latestDoorMs: null,
  waitingSinceMs: msOf(order.placedS),
  cashToCollectMinor: 0,
  ladder,
  refusedByCourierIds: refusedBy,
  pinnedCourierId: null,
  forbiddenCourierIds: [],
  keepApartFrom: [],
});
