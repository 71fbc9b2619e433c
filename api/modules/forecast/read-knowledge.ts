import type { Knowledge } from "#api/domain/forecast/knowledge";
import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { readLessons } from "./knowledge.queries";
import type { Region } from "./region";

/** Lessons change slowly: every order that is looked at need not read them anew. Real time. */
const FRESH_MS = 15_000;

type Kept = { knowledge: Knowledge; readMs: number };
/** By process, and within it by database: tests have several. */
const kept = new WeakMap<Deps["db"], Map<string, Kept>>();

const keyOf = ({ organisationId, regionId }: Region): string => `${organisationId}:${regionId}`;

/** What is known of a region, at most some seconds old. */
export async function readKnowledge(
  { db, clock }: Pick<Deps, "db" | "clock">,
  tx: Tx,
  region: Region,
): Promise<Knowledge> {
  const regions = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, regions);
  const nowMs = clock.realNow().getTime();
  const known = regions.get(keyOf(region));
  if (known && nowMs - known.readMs < FRESH_MS) return known.knowledge;
  const knowledge = await readLessons(tx, region);
  regions.set(keyOf(region), { knowledge, readMs: nowMs });
  return knowledge;
}

/** Something was learnt, or forgotten, in this process. */
export const dropKnowledge = ({ db }: Pick<Deps, "db">, region: Region): void =>
  void kept.get(db)?.delete(keyOf(region));
