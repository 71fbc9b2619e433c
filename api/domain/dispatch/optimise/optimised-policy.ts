import { cleanSnapshot } from "../clean-snapshot";
import type { DispatchPolicy } from "../dispatch-policy";
import { draftOf, finish } from "../draft";
import { decideGreedy } from "./decide-greedy";
import { decideOptimised } from "./decide-optimised";
import { DEFAULT_SETTINGS, type EngineSettings } from "./settings";

/** The engine as a policy. */
export function optimisedPolicy(settings: EngineSettings = DEFAULT_SETTINGS): DispatchPolicy {
  return {
    name: "optimised",
    decide(snapshot) {
      const draft = draftOf(cleanSnapshot(snapshot));
      const hasTime = snapshot.budgetSteps > 0 && snapshot.budgetSteps < Number.POSITIVE_INFINITY;
      (hasTime ? decideOptimised : decideGreedy)(draft, draft.waiting, settings);
      return finish(draft);
    },
  };
}
