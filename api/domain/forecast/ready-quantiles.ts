import type { Milliseconds } from "#shared/kernel/units";
import { cookingOf, cookingSeconds, type Said } from "./cooking";
import type { Setting } from "./journey";
import type { Knowledge } from "./knowledge";

/** When the food is ready: in one case of two, and in four of five. */
export type ReadyQuantiles = { readyP50Ms: Milliseconds; readyP80Ms: Milliseconds };

/**
 * For a dish that is not ready at `nowMs`, by what was learnt of this kitchen's word, or else of its habits at this hour.
 *
 * @param expectedMs when it would be ready if the branch took as long as it usually says: cooking is thought to begin so
 * much earlier
 * @param said the kitchen's own word about this order
 */
export function readyQuantiles(
  knowledge: Knowledge,
  setting: Pick<Setting, "branchId" | "usualPreparationSeconds" | "timezone">,
  { expectedMs, said, nowMs }: { expectedMs: Milliseconds; said: Said | null; nowMs: Milliseconds },
): ReadyQuantiles {
  const cooking = cookingOf(knowledge, setting, {
    beganMs: expectedMs - setting.usualPreparationSeconds * 1_000,
    said,
  });
  const at = (share: number) => cooking.beganMs + cookingSeconds(cooking, share, nowMs) * 1_000;
  return { readyP50Ms: at(0.5), readyP80Ms: at(0.8) };
}
