import type { CleanSnapshot } from "../clean-snapshot";
import type { Handling } from "../dispatch-policy";
import type { Job } from "./job";
import type { Rider } from "./rider";
import type { EngineSettings } from "./settings";
import type { Trip } from "./trip";

/** One round's problem: who needs carrying, who can carry, and what things weigh today. */
export type Model = {
  snapshot: CleanSnapshot;
  settings: EngineSettings;
  handling: Handling;
  jobs: readonly Job[];
  riders: readonly Rider[];
  /** Per job: at the door if a courier stood at the counter when the food was ready. */
  idealDoorS: Float64Array;
  /** Per job what leaving it out of the plan costs: more than any delay from now on, whatever has passed already. */
  unservedS: Float64Array;
  /** What a second of a courier's time is worth now. */
  riderPrice: number;
  /** A courier should stand at the counter so many deviations after the food is expected: mostly before it. */
  leadDeviations: number;
  /** Seconds of ride to where couriers will be wanted next, from where a rider is and from a job's door. */
  riderRemotenessS: (rider: Rider) => number;
  doorRemotenessS: (job: Job) => number;
  /** Trips seen so far, in their best order, by the set of their jobs. */
  trips: Map<string, Trip | null>;
  /** Elementary steps left: one per trip driven. */
  stepsLeft: number;
};
