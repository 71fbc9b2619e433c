import type { Deps } from "#api/platform/deps";
import { redisAnswer } from "#api/platform/redis-answer";
import type { Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import type { Metres } from "#shared/kernel/units";

type Where = Pick<Deps, "redis" | "keys" | "log">;

/** The newest of what one courier sent in a message, and the moment of the oldest. */
export type NewestPosition = { courierId: Id; firstMs: number; atMs: number; lat: number; lng: number };

/**
 * In one round trip, and as one step: reads when each courier was last seen, keeps who was not seen later than that,
 * and answers the last moment of those whose message began before it. ARGV[1] holds the records of `packed`: one
 * argument costs far less to send than five per courier.
 */
const KEEP_NEWEST = `
local n = #ARGV[1] / 68
local ids, first, at, lng, lat, position = {}, {}, {}, {}, {}, 1
for i = 1, n do
  ids[i], first[i], at[i], lng[i], lat[i], position = struct.unpack('<c36dddd', ARGV[1], position)
end
local seen = redis.call('HMGET', KEYS[2], unpack(ids))
local times, places, stale = {}, {}, {}
for i = 1, n do
  local last = seen[i] and tonumber(seen[i]) or -1
  if last >= first[i] then
    stale[#stale + 1] = i - 1
    stale[#stale + 1] = seen[i]
  end
  if last < at[i] then
    times[#times + 1] = ids[i]
    times[#times + 1] = at[i]
    places[#places + 1] = lng[i]
    places[#places + 1] = lat[i]
    places[#places + 1] = ids[i]
  end
end
if #times > 0 then
  redis.call('HSET', KEYS[2], unpack(times))
  redis.call('GEOADD', KEYS[1], unpack(places))
end
return stale`;

const ID_BYTES = 36;
const RECORD_BYTES = ID_BYTES + 4 * 8;

/** A record each: the id as text, then first moment, last moment, longitude and latitude as little-endian doubles. */
function packed(newest: readonly NewestPosition[]): Buffer {
  const records = Buffer.allocUnsafe(newest.length * RECORD_BYTES);
  let at = 0;
  for (const { courierId, firstMs, atMs, lng, lat } of newest) {
    records.write(courierId, at, ID_BYTES, "latin1");
    records.writeDoubleLE(firstMs, at + ID_BYTES);
    records.writeDoubleLE(atMs, at + ID_BYTES + 8);
    records.writeDoubleLE(lng, at + ID_BYTES + 16);
    records.writeDoubleLE(lat, at + ID_BYTES + 24);
    at += RECORD_BYTES;
  }
  return records;
}

type Keeper = (geo: string, times: string, records: Buffer) => Promise<(string | number)[]>;

/** The script as a command of this connection: it sends the hash, and the text again to a Redis that was restarted. */
function keeperOf({ redis }: Pick<Deps, "redis">): Keeper {
  if (!("keepNewest" in redis)) redis.defineCommand("keepNewest", { numberOfKeys: 2, lua: KEEP_NEWEST });
  const keep: Keeper = Reflect.get(redis, "keepNewest");
  return keep.bind(redis);
}

/**
 * Puts the newest positions of couriers of one region, each courier once, where dispatch looks for them.
 * @returns the index in `newest` and the last known moment of each courier whose message reaches back before it
 */
export async function keepNewest(
  deps: Where,
  regionId: Id,
  newest: readonly NewestPosition[],
): Promise<Map<number, number>> {
  const late = new Map<number, number>();
  const { positions, positionTimes } = deps.keys;
  const ask = () => keeperOf(deps)(positions(regionId), positionTimes(regionId), packed(newest));
  const answer = await redisAnswer(deps, ask, []); // away: the rows still learn it, and Redis is refilled from them
  for (let pair = 0; pair < answer.length; pair += 2) late.set(Number(answer[pair]), Number(answer[pair + 1]));
  return late;
}

/** Off duty, or silent for too long: no longer found. */
export async function dropPosition(deps: Where, regionId: Id, courierId: Id): Promise<void> {
  await redisAnswer(deps, () => deps.redis.zrem(deps.keys.positions(regionId), courierId), 0);
}

export type SeenCourier = { courierId: Id; point: Point; atMs: number };

/** Where these couriers are now, as far as Redis knows: one round trip. Nobody while Redis is away. */
export async function positionsOf(deps: Where, regionId: Id, courierIds: readonly Id[]): Promise<SeenCourier[]> {
  if (courierIds.length === 0) return [];
  const { redis, keys } = deps;
  const ask = () =>
    Promise.all([
      redis.geopos(keys.positions(regionId), ...courierIds),
      redis.hmget(keys.positionTimes(regionId), ...courierIds),
    ]);
  const [points, times] = await redisAnswer(deps, ask, [[], []]);
  return courierIds.flatMap((courierId, index) => {
    const [lng, lat] = points[index] ?? [];
    const atMs = Number(times[index]);
    return lng && lat && atMs > 0 ? [{ courierId, point: { lat: Number(lat), lng: Number(lng) }, atMs }] : [];
  });
}

export type NearCourier = { courierId: Id; metres: Metres };

/** Searched first; doubled until enough are found. Small, because Redis looks at everybody inside before it sorts. */
const FIRST_RADIUS_METRES = 600;
const LAST_RADIUS_METRES = 60_000;

/** The `count` couriers of a region nearest to a point, nearest first. */
export async function nearestCouriers(
  { redis, keys, metrics }: Pick<Deps, "redis" | "keys" | "metrics">,
  regionId: Id,
  { lat, lng }: Point,
  count: number,
): Promise<NearCourier[]> {
  const end = metrics.geoQuerySeconds.startTimer();
  for (let metres = FIRST_RADIUS_METRES; ; metres = Math.min(metres * 2, LAST_RADIUS_METRES)) {
    const found = (await redis.geosearch(
      keys.positions(regionId),
      "FROMLONLAT",
      lng,
      lat,
      "BYRADIUS",
      metres,
      "m",
      "ASC",
      "COUNT",
      count,
      "WITHDIST",
    )) as [string, string][];
    if (found.length < count && metres < LAST_RADIUS_METRES) continue;
    end();
    return found.map(([courierId, distance]) => ({ courierId, metres: Math.round(Number(distance)) }));
  }
}

/** When Redis heard of a courier last, in Unix milliseconds; 0 when it does not know, or is away. */
export async function lastSeenMs(deps: Where, regionId: Id, courierId: Id): Promise<number> {
  const ask = () => deps.redis.hget(deps.keys.positionTimes(regionId), courierId);
  return Number((await redisAnswer(deps, ask, null)) ?? 0);
}
