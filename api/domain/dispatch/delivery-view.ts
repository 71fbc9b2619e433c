import type { DispatchPolicyKind } from "#shared/delivery/dispatch-settings";
import type { LadderStep } from "#shared/delivery/ladder";
import type { Point } from "#shared/kernel/geo";
import type { Metres, Milliseconds, Minor, Seconds } from "#shared/kernel/units";
import type { PayRule } from "#shared/money/pay-rule";

/** A delivery that nobody has taken yet, as a round sees it. */
export type DeliveryView = {
  id: string;
  branchId: string;
  pickup: Point;
  dropoff: Point;
  placedMs: Milliseconds;
  /** When the food is ready, in one case of two and in four of five. Equal, and past, once it is ready. */
  readyP50Ms: Milliseconds;
  readyP80Ms: Milliseconds;
  promisedMs: Milliseconds;
  /** A hand-over after this is worth nothing; `null` when late is better than never. */
  latestDoorMs: Milliseconds | null;
  /** Since when it has been without a courier: later than placement after a release. */
  waitingSinceMs: Milliseconds;
  cashToCollectMinor: Minor;
  ladder: { step: LadderStep; tries: number; sinceMs: Milliseconds };
  /** Said no, or let an offer run out: not asked exclusively again. */
  refusedByCourierIds: readonly string[];
  /** A dispatcher's words. */
  pinnedCourierId: string | null;
  forbiddenCourierIds: readonly string[];
  /** Deliveries it must not share a trip with. */
  keepApartFrom: "all" | readonly string[];
};

/** A branch and how it wants its couriers found. */
export type BranchView = {
  id: string;
  point: Point;
  policy: DispatchPolicyKind;
  offerSeconds: Seconds;
  /** Exclusive offers, one after another, before a wave. */
  exclusiveTries: number;
  waveSize: number;
  /** Searched first, and at the farthest. */
  radiusMetres: Metres;
  maxRadiusMetres: Metres;
  /** A position older than this is not dispatched on. */
  freshSeconds: Seconds;
  /** Whose orders may share a trip with this one's. */
  neighbourBranchIds: readonly string[];
  /** Orders expected to be placed in the next hour; 0 while nothing is known. Tells where couriers will be wanted. */
  expectedOrdersPerHour: number;
  /** What a trip pays, fixed when it is offered. */
  pay: PayRule;
};
