import { and, asc, desc, eq, gte, lt } from "drizzle-orm";
import { instantAt, wallClockMs } from "#api/domain/hours/wall-clock";
import type { Db } from "#api/platform/database";
import { branches, dispatchRounds } from "#drizzle/schema/index";
import type { DispatchPolicyKind } from "#shared/delivery/dispatch-settings";
import type { Id } from "#shared/kernel/ids";
import { inLanguage } from "#shared/kernel/language";
import { comparePolicies } from "./compare-policies";
import { inputsOf, type RecordedInputs } from "./replay-round";

const DAY_MS = 86_400_000;

export type Trial = { policy: DispatchPolicyKind; branchId?: string | undefined; day?: string | undefined };

/** `rounds`: how many of its city's were recorded that day. */
export type Tried = { branchId: Id; name: string; rounds: number } & ReturnType<typeof comparePolicies>;

/**
 * Tries a policy on the recorded rounds of one day, of each branch that had a delivery or the one named. `day`: of the
 * branch's own calendar; left out: the last one that was recorded.
 */
export async function tryPolicy(db: Db, { policy, branchId, day }: Trial): Promise<Tried[]> {
  const shops = await db
    .select()
    .from(branches)
    .where(branchId ? eq(branches.id, branchId) : undefined);
  if (shops.length === 0) throw new Error("There is no such branch");
  const all: Tried[] = [];
  for (const shop of shops) {
    const rounds = await roundsOfDay(db, shop, day);
    const compared = comparePolicies(rounds, shop.id, policy);
    if (compared.recorded.deliveries === 0) continue;
    all.push({ branchId: shop.id, name: inLanguage(shop.name, "en"), rounds: rounds.length, ...compared });
  }
  return all;
}

async function roundsOfDay(
  db: Db,
  { organisationId, regionId, timezone }: typeof branches.$inferSelect,
  day: string | undefined,
): Promise<RecordedInputs[]> {
  const ofRegion = and(eq(dispatchRounds.organisationId, organisationId), eq(dispatchRounds.regionId, regionId));
  const [last] = await db
    .select({ at: dispatchRounds.at })
    .from(dispatchRounds)
    .where(ofRegion)
    .orderBy(desc(dispatchRounds.at))
    .limit(1);
  if (!last) return [];
  const midnightMs = day ? Date.parse(day) : Math.floor(wallClockMs(last.at, timezone) / DAY_MS) * DAY_MS;
  if (Number.isNaN(midnightMs)) throw new Error(`${day} is no day; write it as 2026-11-21`);
  const [from, until] = [midnightMs, midnightMs + DAY_MS].map((wallMs) => instantAt(wallMs, timezone));
  const rows = await db
    .select({ parts: dispatchRounds.parts, forecast: dispatchRounds.forecast })
    .from(dispatchRounds)
    .where(and(ofRegion, gte(dispatchRounds.at, from!), lt(dispatchRounds.at, until!)))
    .orderBy(asc(dispatchRounds.at), asc(dispatchRounds.id));
  return rows.map(inputsOf);
}
