import { cleanSnapshot } from "../clean-snapshot";
import type { Snapshot } from "../dispatch-policy";
import { buildModel } from "../optimise/build-model";
import type { Model } from "../optimise/model";
import { DEFAULT_SETTINGS, type EngineSettings } from "../optimise/settings";
import { aSnapshot } from "./small-world";

/** One round's problem over the small world: every delivery and every courier of the snapshot is the engine's. */
export function aModel(change: Partial<Snapshot> = {}, settings: Partial<EngineSettings> = {}): Model {
  const snapshot = cleanSnapshot(aSnapshot(change));
  return buildModel(snapshot, snapshot.deliveries, snapshot.couriers, { ...DEFAULT_SETTINGS, ...settings });
}
