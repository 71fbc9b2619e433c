import { Redis } from "ioredis";
import { median } from "../orders/median";
import type { ApiProcess } from "./api-process";
import { nextPositions, type Rider, rota } from "./fleet";

export type ClosedLoad = { rounds: number; perRequest: number; concurrency: number; secondsPerRun: number };
export type ClosedFigures = { ratioRedis: number; apiPerSecond: number; rawPerSecond: number };

/**
 * As fast as it goes: positions through the API (checked, told from old ones, kept in Redis, history written), and bare
 * GEOADD commands through ioredis, pipelined by as many, in turns on the same machine.
 */
export async function closedLoop(
  api: ApiProcess,
  redisUrl: string,
  riders: readonly Rider[],
  load: ClosedLoad,
): Promise<ClosedFigures> {
  const redis = new Redis(redisUrl);
  const next = rota(riders, load.perRequest);
  const throughApi = async () => {
    await api.report(nextPositions(next(), Date.now()));
  };
  const bare = async () => {
    const pipeline = redis.pipeline();
    for (const { lng, lat, telegramId } of next()) pipeline.geoadd("bench-raw", lng, lat, String(telegramId));
    await pipeline.exec();
  };
  try {
    const [apiRuns, rawRuns]: [number[], number[]] = [[], []];
    for (let round = 0; round <= load.rounds; round += 1) {
      const apiPerSecond = await perSecond(load, throughApi);
      const rawPerSecond = await perSecond(load, bare);
      if (round === 0) continue; // warm-up
      apiRuns.push(apiPerSecond);
      rawRuns.push(rawPerSecond);
    }
    const [apiPerSecond, rawPerSecond] = [median(apiRuns), median(rawRuns)];
    return { ratioRedis: apiPerSecond / rawPerSecond, apiPerSecond, rawPerSecond };
  } finally {
    redis.disconnect();
  }
}

/** @returns positions per second of real time */
async function perSecond(
  { perRequest, concurrency, secondsPerRun }: ClosedLoad,
  send: () => Promise<void>,
): Promise<number> {
  const begin = performance.now();
  let requests = 0;
  const lane = async () => {
    while (performance.now() - begin < secondsPerRun * 1_000) {
      await send();
      requests += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return (requests * perRequest * 1_000) / (performance.now() - begin);
}
