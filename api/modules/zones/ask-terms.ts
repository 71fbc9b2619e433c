import { readQuoteBranch } from "#api/modules/orders/read-quote-inputs";
import type { Actor } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import type { DeliveryTerms } from "#shared/contracts/branch";
import type { Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { findTerms } from "./terms-at";

/**
 * What an address would pay at a branch.
 * @throws Refusal `branch.not_found`, `zone.outside`, `zone.paused`
 */
export const askTerms = (
  deps: Deps,
  actor: Actor,
  { branchId, ...point }: Point & { branchId: Id },
): Promise<DeliveryTerms> =>
  withActor(deps, actor, async ({ tx, at }) => {
    mustMay(actor, "branch.see");
    return findTerms(await readQuoteBranch(connectionOf(tx), actor.organisationId, branchId), point, at);
  });
