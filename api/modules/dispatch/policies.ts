import type { DispatchPolicy } from "#api/domain/dispatch/dispatch-policy";
import { manualPolicy } from "#api/domain/dispatch/manual-policy";
import { optimisedPolicy } from "#api/domain/dispatch/optimise/optimised-policy";
import { queuePolicy } from "#api/domain/dispatch/queue-policy";
import { broadcastPolicy, scorePolicy } from "#api/domain/dispatch/score-policy";
import type { DispatchPolicyKind } from "#shared/delivery/dispatch-settings";

/** What each branch chooses from. */
export const POLICIES: Readonly<Record<DispatchPolicyKind, DispatchPolicy>> = {
  manual: manualPolicy,
  broadcast: broadcastPolicy,
  queue: queuePolicy,
  score: scorePolicy,
  optimised: optimisedPolicy(),
};
