import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import type { Milliseconds } from "#shared/kernel/units";
import { readLoads } from "./load.queries";
import type { Region } from "./region";

/** A rush of orders asks once, not each for itself. Real time. */
const FRESH_MS: Milliseconds = 5_000;

type Kept = { load: number | null; readMs: Milliseconds };
/** By process, and within it by database: tests have several. */
const kept = new WeakMap<Deps["db"], Map<string, Kept>>();

/** Open deliveries per courier on duty, at most some seconds old; null when nobody is on duty. */
export async function readLoadNow(
  { db, clock }: Pick<Deps, "db" | "clock">,
  tx: Tx,
  region: Region,
  atMs: Milliseconds,
): Promise<number | null> {
  const loads = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, loads);
  const key = `${region.organisationId}:${region.regionId}`;
  const nowMs = clock.realNow().getTime();
  const known = loads.get(key);
  if (known && nowMs - known.readMs < FRESH_MS) return known.load;
  const load = (await readLoads(tx, region, { fromMs: atMs, untilMs: atMs }))(atMs);
  loads.set(key, { load, readMs: nowMs });
  return load;
}
