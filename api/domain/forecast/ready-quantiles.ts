import type { Milliseconds } from "#shared/kernel/units";
import type { Setting } from "./journey";
import { type Knowledge, residualsOf } from "./knowledge";
import { kitchenOf, preparationBelief, preparationQuantile } from "./preparation";

/** When the food is ready: in one case of two, and in four of five. */
export type ReadyQuantiles = { readyP50Ms: Milliseconds; readyP80Ms: Milliseconds };

/**
 * For a dish that is not ready at `nowMs`, by what was learnt of this kitchen at this hour.
 *
 * @param expectedMs when it would be ready if the branch took as long as it says, or when the kitchen itself named: in
 * both cases cooking is thought to begin so much earlier
 */
export function readyQuantiles(
  knowledge: Knowledge,
  setting: Pick<Setting, "branchId" | "usualPreparationSeconds" | "timezone">,
  { expectedMs, nowMs }: { expectedMs: Milliseconds; nowMs: Milliseconds },
): ReadyQuantiles {
  const beganMs = expectedMs - setting.usualPreparationSeconds * 1_000;
  const belief = preparationBelief(knowledge.statistics, kitchenOf(setting, beganMs));
  const residuals = residualsOf(knowledge, "preparation");
  const elapsedSeconds = (nowMs - beganMs) / 1_000;
  const at = (share: number) => beganMs + preparationQuantile(belief, residuals, { share, elapsedSeconds }) * 1_000;
  return { readyP50Ms: at(0.5), readyP80Ms: at(0.8) };
}
