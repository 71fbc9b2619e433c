import { cleanSnapshot } from "../clean-snapshot";
import type { DispatchPolicy } from "../dispatch-policy";
import { draftOf, finish } from "../draft";
import { decideOptimised } from "./decide-optimised";
import { DEFAULT_SETTINGS, type EngineSettings } from "./settings";

/** The engine as a policy. */
export function optimisedPolicy(settings: EngineSettings = DEFAULT_SETTINGS): DispatchPolicy {
  return {
    name: "optimised",
    decide(snapshot) {
      const draft = draftOf(cleanSnapshot(snapshot));
      decideOptimised(draft, draft.waiting, settings);
      return finish(draft);
    },
  };
}
