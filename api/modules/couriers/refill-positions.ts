import { and, eq, isNotNull } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import { redisAnswer } from "#api/platform/redis-answer";
import { acrossOrganisations } from "#api/platform/with-actor";
import { couriers } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { keepNewest } from "./live-positions";

const AT_ONCE = 500;

/**
 * Gives an emptied Redis back where the couriers on shift were last, from their rows. What has come in meanwhile is
 * newer and stays. Does nothing for a region that was filled since.
 * @returns how many couriers were put back
 */
export async function refillPositions(deps: Deps): Promise<number> {
  if (deps.redis.status !== "ready") return 0;
  let refilled = 0;
  for (const regionId of await regionsAtWork(deps))
    if (!(await isFilled(deps, regionId))) refilled += await refill(deps, regionId);
  return refilled;
}

/** Unknown counts as filled: Redis is away, and will be asked again. */
const isFilled = async (deps: Deps, regionId: Id): Promise<boolean> =>
  (await redisAnswer(deps, () => deps.redis.exists(deps.keys.positionsFilled(regionId)), 1)) === 1;

const regionsAtWork = async (deps: Deps): Promise<Id[]> => {
  const rows = await acrossOrganisations(deps, (tx) =>
    tx
      .selectDistinct({ regionId: couriers.regionId })
      .from(couriers)
      .where(and(eq(couriers.state, "online"), eq(couriers.status, "active"))),
  );
  return rows.map(({ regionId }) => regionId);
};

async function refill(deps: Deps, regionId: Id): Promise<number> {
  const rows = await acrossOrganisations(deps, (tx) =>
    tx
      .select({ courierId: couriers.id, lat: couriers.lastLat, lng: couriers.lastLng, at: couriers.lastPositionAt })
      .from(couriers)
      .where(
        and(
          eq(couriers.regionId, regionId),
          eq(couriers.state, "online"),
          eq(couriers.status, "active"),
          isNotNull(couriers.lastPositionAt),
        ),
      ),
  );
  const known = rows.map(({ courierId, lat, lng, at }) => {
    const atMs = at!.getTime();
    return { courierId, lat: lat!, lng: lng!, atMs, firstMs: atMs };
  });
  for (let from = 0; from < known.length; from += AT_ONCE)
    await keepNewest(deps, regionId, known.slice(from, from + AT_ONCE));
  await redisAnswer(deps, () => deps.redis.set(deps.keys.positionsFilled(regionId), "1"), null);
  return known.length;
}
