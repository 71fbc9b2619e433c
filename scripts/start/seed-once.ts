import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { loadConfig } from "#api/config";
import { clockOf } from "#api/platform/create-deps";
import { createIds } from "#api/platform/ids";
import { createSecrets } from "#api/platform/secrets";
import type * as schema from "#drizzle/schema/index";
import { seed } from "#drizzle/seed";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import type { Env } from "./environment";

/** Gives an empty installation the example business, so that there is something to order. */
export async function seedOnce(env: Env): Promise<void> {
  const config = loadConfig(env);
  const clock = clockOf(config);
  const sql = postgres(config.DATABASE_URL, { max: 1, onnotice: () => {} });
  const [known] = await sql`select 1 from organisations limit 1`;
  if (!known) {
    const { encrypt } = createSecrets(config.ENCRYPTION_KEY);
    await seed(drizzle<typeof schema>(sql), { newId: createIds(clock), at: clock.now(), encrypt, bots: LOCAL_BOTS });
  }
  await sql.end();
}
