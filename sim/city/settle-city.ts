import { inArray } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "#drizzle/schema/index";
import { accounts, bots, branches, regions } from "#drizzle/schema/index";
import { type SeedDeps, type Seeded, seedPerson } from "#drizzle/seed";
import { BRANCHES } from "#drizzle/seed/tashkent";
import { CITY_STAFF } from "./cast";

/**
 * Makes the city's couriers, cooks and dispatchers known to the example business, once: a demo's step, beside the
 * invitation links by which real people come. Does nothing where the example business is not.
 */
export async function settleCity(ownerUrl: string, deps: Pick<SeedDeps, "newId" | "at">): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await drizzle(sql, { schema }).transaction(async (tx) => {
      const ids = CITY_STAFF.map(({ telegramId }) => telegramId);
      const there = await tx
        .select({ id: accounts.telegramId })
        .from(accounts)
        .where(inArray(accounts.telegramId, ids));
      const known = new Set(there.map(({ id }) => id));
      const seeded = await exampleBusiness(tx);
      if (!seeded) return;
      for (const person of CITY_STAFF.filter(({ telegramId }) => !known.has(telegramId)))
        await seedPerson(tx, deps, seeded, person);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

type Tx = Parameters<typeof seedPerson>[0];

/** What the seed made, found by the places of its branches. */
async function exampleBusiness(tx: Tx): Promise<Seeded | null> {
  const [all, [region]] = await Promise.all([tx.select().from(branches), tx.select().from(regions)]);
  const found = BRANCHES.map(
    ({ key, point }) => [key, all.find(({ lat, lng }) => lat === point.lat && lng === point.lng)] as const,
  );
  const organisationId = found[0]?.[1]?.organisationId;
  if (!organisationId || !region || found.some(([, branch]) => branch?.organisationId !== organisationId)) return null;
  const ours = (await tx.select().from(bots)).filter((bot) => bot.organisationId === organisationId);
  return {
    organisationId,
    regionId: region.id,
    bots: Object.fromEntries(ours.map(({ kind, id }) => [kind, id])),
    branches: Object.fromEntries(found.map(([key, branch]) => [key, branch!.id])),
    accounts: {},
    couriers: {},
  };
}
