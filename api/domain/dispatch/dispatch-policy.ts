import type { LadderStep } from "#shared/delivery/ladder";
import type { OfferMode } from "#shared/delivery/offer";
import type { StopKind } from "#shared/delivery/trip";
import type { Point } from "#shared/kernel/geo";
import type { Metres, Milliseconds, Minor, Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";
import type { CourierView } from "./courier-view";
import type { BranchView, DeliveryView } from "./delivery-view";

/**
 * Finds couriers for deliveries. Pure and deterministic: the same snapshot gives the same decisions, on any machine.
 * Never throws on data, however bad; whatever cannot be served is held or handed to a human being.
 */
export type DispatchPolicy = { readonly name: string; decide(snapshot: Snapshot): Decisions };

/** Everything a round knows. All but `forecast` is data, so that a round can be recorded and replayed. */
export type Snapshot = {
  nowMs: Milliseconds;
  /** When the next round is due at the latest: what may wait until then is not committed now. */
  nextRoundMs: Milliseconds;
  /** Ties and the local search draw from it. */
  seed: number;
  couriers: readonly CourierView[];
  /** Deliveries nobody has taken, those with a live offer included. */
  deliveries: readonly DeliveryView[];
  liveOffers: readonly LiveOffer[];
  branches: readonly BranchView[];
  /** The fleet that is asked when nobody of ours takes it; left out or null: there is none. */
  partner?: string | null;
  handling: Handling;
  forecast: Forecast;
  /** How many elementary steps the search may take; 0 gives the greedy answer. Steps, not time: rounds repeat. */
  budgetSteps: number;
};

export type LiveOffer = { courierId: string; deliveryIds: readonly string[]; mode: OfferMode; expiresAtMs: number };

/** Minutes spent on foot at the doors; the same for everyone. */
export type Handling = {
  /** From arriving at the branch to having the bag, if the food is ready, … */
  beforePickupSeconds: Seconds;
  /** … and from the bag to riding away. */
  afterPickupSeconds: Seconds;
  /** From stopping at the address to the handshake, … */
  beforeDropoffSeconds: Seconds;
  /** … and from the handshake to riding away. */
  afterDropoffSeconds: Seconds;
};

/** What is predicted elsewhere and handed in. Must be deterministic; answers that are not finite mean "never". */
export type Forecast = { travelSeconds: TravelTime; acceptProbability: AcceptProbability };

/** Door to door, streets and traffic included. */
export type TravelTime = (from: Point, to: Point, vehicle: Vehicle, atMs: Milliseconds) => Seconds;

/** How likely this courier says yes, 0 … 1. */
export type AcceptProbability = (
  courier: CourierView,
  ask: { pickupMetres: Metres; payMinor: Minor; atMs: Milliseconds },
) => number;

export type Decisions = {
  offers: readonly OfferDecision[];
  /** Not offered this round, and why that is better. */
  holds: readonly Hold[];
  /** The ladder's rows to write: whoever is in here has `step`, `tries` and `sinceMs` from now on. */
  ladder: readonly LadderChange[];
  /** Ring the dispatchers. Repeated every round while it is true; the alert's row makes it one alert. */
  toHuman: readonly CallForHuman[];
  explanations: readonly Explanation[];
  /** Sum of the accepted plan's costs in seconds; comparable only between solutions of one snapshot. */
  objectiveSeconds: number;
  /** True when the budget ended before a proper plan and the greedy answer was given. */
  greedy: boolean;
};

/** One trip offered to one courier (`exclusive`) or to several of whom the first to accept gets it. */
export type OfferDecision = {
  mode: Exclude<OfferMode, "manual">;
  courierIds: readonly string[];
  deliveryIds: readonly string[];
  stops: readonly OfferedStop[];
  expiresAtMs: Milliseconds;
  payMinor: Minor;
  tripMetres: Metres;
  /** Per courier, in the order of `courierIds`: metres to the pick-up, cost or score, … in figures. */
  reasons: readonly Reasons[];
};

/** `etaMs`: when the courier leaves the door, as planned for the first of `courierIds`. */
export type OfferedStop = { deliveryId: string; kind: StopKind; point: Point; etaMs: Milliseconds };

/** Figures behind a decision; the name says the unit. */
export type Reasons = Readonly<Record<string, number>>;

export type HoldReason =
  | "leaves_later" // a courier is planned; riding now would only make him wait at the counter
  | "asked_enough" // as many are being asked about other orders as a bot can write to
  | "courier_busy" // the best courier is not free yet, and nobody free is better
  | "offer_live" // somebody is thinking about it
  | "no_courier" // nobody feasible now
  | "manual"; // the branch dispatches by hand

export type Hold = { deliveryId: string; untilMs: Milliseconds; reason: HoldReason; courierId: string | null };

export type LadderChange = {
  deliveryId: string;
  step: LadderStep;
  tries: number;
  sinceMs: Milliseconds;
  /** Steps that were left out on the way to this one, because there is nobody to ask on them. */
  skipped?: readonly LadderStep[];
};

export type HumanReason =
  | "ladder_exhausted"
  | "manual_policy"
  | "nobody_can_carry"
  | "nobody_online"
  | "never_ready"
  | "bad_data"
  | "pinned_courier_unavailable"
  | "starving";

export type CallForHuman = { deliveryId: string; reason: HumanReason };

/** Who was considered for a delivery, best first, and what spoke for and against each. */
export type Explanation = { deliveryId: string; candidates: readonly RankedCandidate[] };

export type RankedCandidate = {
  courierId: string;
  /** Seconds for `optimised` (lower is better), points of 100 for `score` (higher is better). */
  value: number;
  reasons: Reasons;
};
