import { and, eq, inArray } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { notifications } from "#drizzle/schema/index";
import type { KeepLeases, KeptLeases } from "#shared/contracts/outlet";
import type { Whose } from "./claim.queries";
import { OUTLET_LEASE_MS } from "./outlet-lease";

/**
 * Whoever claimed these still works on them: nobody else gets them for another lease. What was taken over meanwhile has
 * another lease by now, and stays with whoever took it.
 */
export const keepLeases = (deps: Deps, whose: Whose, { leaseIds }: KeepLeases): Promise<KeptLeases> =>
  withActor(deps, systemActor(whose.organisationId), async ({ tx }) => {
    const leasedUntil = new Date(deps.clock.realNow().getTime() + OUTLET_LEASE_MS);
    await tx
      .update(notifications)
      .set({ leasedUntil })
      .where(
        and(
          eq(notifications.organisationId, whose.organisationId),
          eq(notifications.botId, whose.botId),
          eq(notifications.state, "due"),
          inArray(notifications.leaseId, leaseIds),
        ),
      );
    return { leasedUntil: leasedUntil.toISOString() };
  });
