import type { Milliseconds } from "#shared/kernel/units";

/** One look at a process. A process that was killed and started anew is another life. */
export type MemorySample = { pid: number; atMs: Milliseconds; mb: number };

/** `slopeMbPerHour`: `null` when no life was long enough to tell. */
export type MemoryTrend = { peakMb: number; slopeMbPerHour: number | null; watchedMinutes: number };

/** Caches and pools fill first; what grows after that is a leak. */
const WARM_UP_MS: Milliseconds = 180_000;
/** Shorter lives say nothing of a slope. */
const LEAST_MS: Milliseconds = 120_000;

/**
 * How memory went within the lives of a process: the slope by least squares over each life after its warm-up, weighted
 * by how long it was watched.
 */
export function memoryTrend(samples: readonly MemorySample[]): MemoryTrend {
  const lives = [...Map.groupBy(samples, ({ pid }) => pid).values()]
    .map(warm)
    .filter((life) => lengthOf(life) >= LEAST_MS);
  const watchedMs = lives.reduce((sum, life) => sum + lengthOf(life), 0);
  const weighted = lives.reduce((sum, life) => sum + slopePerMs(life) * lengthOf(life), 0);
  return {
    peakMb: Math.max(0, ...samples.map(({ mb }) => mb)),
    slopeMbPerHour: watchedMs === 0 ? null : (weighted / watchedMs) * 3_600_000,
    watchedMinutes: watchedMs / 60_000,
  };
}

const warm = (life: readonly MemorySample[]): MemorySample[] =>
  life.filter(({ atMs }) => atMs - life[0]!.atMs >= WARM_UP_MS);

const lengthOf = (life: readonly MemorySample[]): Milliseconds =>
  life.length < 2 ? 0 : life.at(-1)!.atMs - life[0]!.atMs;

function slopePerMs(life: readonly MemorySample[]): number {
  const mean = (of: (sample: MemorySample) => number) => life.reduce((sum, each) => sum + of(each), 0) / life.length;
  const [atMs, mb] = [mean((each) => each.atMs), mean((each) => each.mb)];
  const covariance = mean((each) => (each.atMs - atMs) * (each.mb - mb));
  return covariance / mean((each) => (each.atMs - atMs) ** 2);
}
