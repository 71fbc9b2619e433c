import { and, eq, lte } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { offers } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { endUnanswered } from "./decline-offer";

/** An offer's time is over. Leaves alone what was answered meanwhile, and what is not over yet. */
export const expireOffer = (
  deps: Deps,
  { organisationId, subjectId }: { organisationId: Id; subjectId: Id },
): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const [offer] = await work.tx
      .select()
      .from(offers)
      .where(
        and(
          eq(offers.organisationId, organisationId),
          eq(offers.id, subjectId),
          eq(offers.status, "live"),
          lte(offers.expiresAt, work.at),
        ),
      );
    if (offer) await endUnanswered(work, deps, offer, "expired", null);
  });
