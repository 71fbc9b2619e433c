import type { Milliseconds, Seconds } from "#shared/kernel/units";
import type { Setting } from "./journey";
import { wordBelief } from "./kitchen-word";
import { type Knowledge, residualsOf } from "./knowledge";
import type { Belief } from "./moments";
import { kitchenOf, preparationBelief, preparationQuantile } from "./preparation";
import { NO_RESIDUALS, type Residuals } from "./residuals";

/** A dish on the stove: since when, and what is believed of how long it takes. */
export type Cooking = { beganMs: Milliseconds; belief: Belief; residuals: Residuals };

/** The kitchen named its minutes at one moment, and means another by them. */
export type Said = { atMs: Milliseconds; readyMs: Milliseconds };

type Kitchen = Pick<Setting, "branchId" | "usualPreparationSeconds" | "timezone">;

/** Where the kitchen has given its word, that counts; else its habits, from when it began. */
export function cookingOf(
  knowledge: Knowledge,
  setting: Kitchen,
  { beganMs, said }: { beganMs: Milliseconds; said: Said | null },
): Cooking {
  if (said) {
    const word = { branchId: setting.branchId, saidSeconds: (said.readyMs - said.atMs) / 1_000 };
    return { beganMs: said.atMs, belief: wordBelief(knowledge.statistics, word), residuals: NO_RESIDUALS };
  }
  const belief = preparationBelief(knowledge.statistics, kitchenOf(setting, beganMs));
  return { beganMs, belief, residuals: residualsOf(knowledge, "preparation") };
}

/** How long after its beginning it is ready, for a share of orders, given that it is not at `nowMs`. */
export function cookingSeconds({ beganMs, belief, residuals }: Cooking, share: number, nowMs: Milliseconds): Seconds {
  return preparationQuantile(belief, residuals, { share, elapsedSeconds: (nowMs - beganMs) / 1_000 });
}
