import { and, asc, eq, exists, gte, lte } from "drizzle-orm";
import { nearestCouriers } from "#api/modules/couriers/live-positions";
import type { Deps } from "#api/platform/deps";
import { redisAnswer } from "#api/platform/redis-answer";
import { acrossOrganisations } from "#api/platform/with-actor";
import { courierBans, deliveries } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Only } from "./snapshot.queries";

/** As many as a whole round looks at for one order (`optimise/candidates`). */
const CANDIDATES = 96;
/** More than so many at once are a matter for the whole round, which sees what they take from each other. */
const DELIVERIES_MAX = 16;

/**
 * What couriers of a large fleet said no to, let run out or gave back since the last whole round, and who is near it: a
 * follow-up round asks the next one at once. What is new waits for the whole round, which bundles it.
 * @returns undefined where there is nothing to follow up, or nobody is known to be near
 */
export async function turnedDown(
  deps: Deps,
  { organisationId, regionId }: { organisationId: Id; regionId: Id },
  since: Date,
): Promise<Only | undefined> {
  const rows = await acrossOrganisations(deps, (tx) => {
    const noSinceThen = tx
      .select({ at: courierBans.at })
      .from(courierBans)
      .where(
        and(
          eq(courierBans.organisationId, deliveries.organisationId),
          eq(courierBans.deliveryId, deliveries.id),
          gte(courierBans.at, since),
        ),
      );
    return tx
      .select({ id: deliveries.id, lat: deliveries.pickupLat, lng: deliveries.pickupLng })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.organisationId, organisationId),
          eq(deliveries.regionId, regionId),
          eq(deliveries.status, "waiting"),
          lte(deliveries.decideAt, deps.clock.now()),
          exists(noSinceThen),
        ),
      )
      .orderBy(asc(deliveries.decideAt))
      .limit(DELIVERIES_MAX);
  });
  if (rows.length === 0) return undefined;
  const search = () => Promise.all(rows.map((at) => nearestCouriers(deps, regionId, at, CANDIDATES)));
  const near = await redisAnswer(deps, search, []); // without Redis nobody is near: the whole round reads Postgres
  const courierIds = [...new Set(near.flat().map(({ courierId }) => courierId))];
  return courierIds.length > 0 ? { deliveryIds: rows.map(({ id }) => id), courierIds } : undefined;
}
