import type { AcceptanceModel, Weight } from "./acceptance";
import type { Moments } from "./moments";
import { NO_RESIDUALS, type Residuals } from "./residuals";
import type { Statistics } from "./statistics";

/** At which events an ETA is told; each has residuals of its own. */
export const ETA_STAGES = ["placed", "confirmed", "assigned", "at_pickup", "picked_up", "at_dropoff"] as const;
export type EtaStage = (typeof ETA_STAGES)[number];

/** Forecasts whose errors are kept: of the kitchen, and of the door at every stage. */
export type ResidualKind = "preparation" | EtaStage;

/** All that has been learnt of one region. */
export type Knowledge = {
  readonly statistics: Statistics;
  readonly residuals: ReadonlyMap<ResidualKind, Residuals>;
  readonly acceptance: AcceptanceModel;
};

/** The same, in the hands of whoever teaches it. */
export type Lessons = {
  statistics: Map<string, Moments>;
  residuals: Map<ResidualKind, Residuals>;
  acceptance: Map<string, Weight>;
};

export const nothingLearnt = (): Lessons => ({ statistics: new Map(), residuals: new Map(), acceptance: new Map() });

export const residualsOf = ({ residuals }: Pick<Knowledge, "residuals">, kind: ResidualKind): Residuals =>
  residuals.get(kind) ?? NO_RESIDUALS;
