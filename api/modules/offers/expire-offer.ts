import { and, eq, lte, sql } from "drizzle-orm";
import { neverShown } from "#api/modules/notifications/never-shown";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { offers } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { endUnanswered } from "./decline-offer";

/**
 * An offer's time is over, and with it that of all who were asked about the same trip: ended one by one, fifty of them
 * would wait for each other's lock on the order. Leaves alone what was answered meanwhile, and what is not over yet.
 */
export const expireOffer = (
  deps: Deps,
  { organisationId, subjectId }: { organisationId: Id; subjectId: Id },
): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const isOver = and(
      eq(offers.organisationId, organisationId),
      eq(offers.status, "live"),
      lte(offers.expiresAt, work.at),
    );
    const [mine] = await work.tx
      .select({ tripId: offers.tripId })
      .from(offers)
      .where(and(isOver, eq(offers.id, subjectId)));
    if (!mine || !(await isFirst(work, mine.tripId))) return;
    const over = await work.tx
      .select()
      .from(offers)
      .where(and(isOver, eq(offers.tripId, mine.tripId)));
    const unseen = await neverShown(
      work,
      "offer.made",
      over.map(({ id }) => id),
    );
    await endUnanswered(work, deps, over, { how: "expired", unseen });
  });

/** The alarms of one wave ring together: who comes second has nothing to do, and what is left over the sweeper finds. */
async function isFirst({ tx }: Work, tripId: Id): Promise<boolean> {
  const [lock] = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`expire:${tripId}`}, 0)) as held`,
  );
  return lock?.held === true;
}
