import type { Milliseconds, Seconds } from "#shared/kernel/units";

/** What the engine weighs. One second at a customer's door is the unit; everything else says what it is worth in it. */
export type EngineSettings = {
  /** Added per second that a hand-over is past its promise: a broken promise is worse than a slow delivery. */
  lateWeight: number;
  /** A second at the counter before the food is ready costs at least this: he could be elsewhere. */
  leastWaitPrice: number;
  /** A second of a courier's time while nobody is short of couriers. */
  idleRiderPrice: number;
  /** Courier seconds per order over the seconds from counter to door: the way there and the other door's minutes. */
  rideFactor: number;
  /** Demand comes in gusts: so much more of it than expected is reckoned with when the backlog is estimated. */
  loadFactor: number;
  /** Share of the backlog's price that is charged, and the most that is. */
  priceSlope: number;
  priceCap: number;
  /** A trip's pay in seconds, as far as it is paid on top of a guarantee that is due anyway. */
  paySeconds: Seconds;
  /** What a trip is worth to who earns least per hour, and costs with who earns twice the average; 0: no matter. */
  fairnessSeconds: Seconds;
  /** A second of ride from where a courier ends to where he will be wanted. */
  positionWeight: number;
  /** Where a trip ends matters less and less in the last part of a shift. */
  positionFadeSeconds: Seconds;
  /** A courier's time counts until his shift ends and this much longer: people want to go home. */
  overtimeSeconds: Seconds;
  /** A courier waits for the nearest of what comes: this share of the expected demand tells how remote a place is. */
  nearShare: number;
  /** Couriers tried per order in the local search: the cheapest of its candidates. */
  near: number;
  /** Leaving an order unserved in a plan. More than any delay, less than infinity, so that plans stay comparable. */
  unservedSeconds: Seconds;
  /** The same for an order that is worth nothing after some moment: then rather refused than everybody behind it late. */
  droppedSeconds: Seconds;
  /** Trips planned per courier; later ones only tell what the first one costs the others. */
  tripsAhead: number;
  /** Orders whose food is ready later than this are not looked at yet. */
  horizonMs: Milliseconds;
  /** Orders in one trip, from one branch. */
  maxBundle: number;
  /** Food must not lie in the bag while other food cooks for longer than this. */
  bundleReadyGapSeconds: Seconds;
  /** An offer goes out this long before the courier must ride off. */
  answerSeconds: Seconds;
  /** Food that has stood for this long goes out with whoever is idle, though somebody else would be better. */
  heldReadySeconds: Seconds;
  /** Orders planned in one round, the longest waits first: what a city of a million has at once. */
  maxJobs: number;
  /** Couriers looked at per order: at first, when it has waited, and when nothing else helped: all. */
  candidates: number;
  candidatesWaiting: number;
  /** So many times as many near positions are looked at for those couriers who are there soonest. */
  candidatesSpread: number;
  /** From when an order counts as waiting. */
  waitingAfterSeconds: Seconds;
};

export const DEFAULT_SETTINGS: EngineSettings = {
  lateWeight: 0.5,
  leastWaitPrice: 0.15,
  idleRiderPrice: 0.05,
  rideFactor: 1.6,
  loadFactor: 1,
  priceSlope: 0.1,
  priceCap: 2,
  paySeconds: 120,
  fairnessSeconds: 0,
  positionWeight: 0.5,
  positionFadeSeconds: 1_200,
  overtimeSeconds: 0,
  unservedSeconds: 7_200,
  droppedSeconds: 3_900,
  nearShare: 0.3,
  near: 16,
  tripsAhead: 3,
  horizonMs: 40 * 60_000,
  maxBundle: 6,
  bundleReadyGapSeconds: 600,
  answerSeconds: 15,
  heldReadySeconds: 540,
  maxJobs: 3_000,
  candidates: 24,
  candidatesWaiting: 80,
  candidatesSpread: 4,
  waitingAfterSeconds: 600,
};
