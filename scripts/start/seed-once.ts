import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { loadConfig } from "#api/config";
import { clockOf } from "#api/platform/create-deps";
import { createIds } from "#api/platform/ids";
import { createSecrets } from "#api/platform/secrets";
import type * as schema from "#drizzle/schema/index";
import { seed } from "#drizzle/seed";
import { LOCAL_BOTS, PEOPLE, type PersonRow } from "#drizzle/seed/tashkent";
import { NEWCOMERS_BRANCH } from "#sim/city/cast";
import type { Env } from "./environment";

/** Gives an empty installation the example business, so that there is something to order. */
export async function seedOnce(env: Env): Promise<void> {
  const config = loadConfig(env);
  const clock = clockOf(config);
  const sql = postgres(config.DATABASE_URL, { max: 1, onnotice: () => {} });
  const [known] = await sql`select 1 from organisations limit 1`;
  if (!known) {
    const { encrypt } = createSecrets(config.ENCRYPTION_KEY);
    const deps = { newId: createIds(clock), at: clock.now(), encrypt, bots: LOCAL_BOTS };
    await seed(drizzle<typeof schema>(sql), { ...deps, people: PEOPLE.map(atTheirCounter) });
  }
  await sql.end();
}

/** Whoever plays the kitchen hears of her own branch, and not of everything that the city orders. */
const atTheirCounter = (person: PersonRow): PersonRow =>
  person.roles.includes("kitchen") ? { ...person, branches: [NEWCOMERS_BRANCH] } : person;
