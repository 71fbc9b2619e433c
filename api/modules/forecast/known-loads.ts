import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import type { Milliseconds } from "#shared/kernel/units";
import { readLoads } from "./load.queries";
import type { Region } from "./region";

/** A rush of orders asks once, not each for itself. Real time. */
const FRESH_MS: Milliseconds = 5_000;
/** Moments of a region that are remembered: far more than it has orders under way. */
const MOMENTS_MAX = 5_000;

/** `at`: by moments in the past, which change no more, in the order of their reading. */
type Kept = { now: { load: number | null; readMs: Milliseconds } | null; at: Map<Milliseconds, number | null> };
/** By process, and within it by database: tests have several. */
const kept = new WeakMap<Deps["db"], Map<string, Kept>>();

function keptOf(db: Deps["db"], { organisationId, regionId }: Region): Kept {
  const regions = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, regions);
  const key = `${organisationId}:${regionId}`;
  const mine = regions.get(key) ?? { now: null, at: new Map() };
  regions.set(key, mine);
  return mine;
}

/** Open deliveries per courier on duty, at most some seconds old; null when nobody is on duty. */
export async function readLoadNow(
  { db, clock }: Pick<Deps, "db" | "clock">,
  tx: Tx,
  region: Region,
  atMs: Milliseconds,
): Promise<number | null> {
  const known = keptOf(db, region);
  const readMs = clock.realNow().getTime();
  if (known.now && readMs - known.now.readMs < FRESH_MS) return known.now.load;
  const load = (await readLoads(tx, region, { fromMs: atMs, untilMs: atMs }))(atMs);
  known.now = { load, readMs };
  return load;
}

/**
 * The same at moments that are past. Every look at an order asks how busy it was when it was placed, and a city has
 * thousands of shifts to count for that: once is enough.
 */
export async function readLoadsAt(
  { db }: Pick<Deps, "db">,
  tx: Tx,
  region: Region,
  moments: readonly Milliseconds[],
): Promise<(ms: Milliseconds) => number | null> {
  const { at } = keptOf(db, region);
  const asked = new Map<Milliseconds, number | null>();
  for (const ms of moments) {
    const known = at.get(ms);
    if (known !== undefined) asked.set(ms, known);
  }
  const missing = moments.filter((ms) => !asked.has(ms));
  if (missing.length > 0) {
    const span = { fromMs: Math.min(...missing), untilMs: Math.max(...missing) };
    const loadOf = await readLoads(tx, region, span);
    for (const ms of missing) {
      asked.set(ms, loadOf(ms));
      at.set(ms, loadOf(ms));
    }
  }
  for (const oldest of at.keys().take(Math.max(0, at.size - MOMENTS_MAX))) at.delete(oldest);
  return (ms) => asked.get(ms) ?? null;
}
