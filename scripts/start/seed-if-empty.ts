import { randomUUIDv7 } from "bun";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { createSecrets } from "#api/platform/secrets";
import type * as schema from "#drizzle/schema/index";
import { seed } from "#drizzle/seed";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";

/** A business to look at, in a database that has none yet. @returns whether it was needed */
export async function seedIfEmpty(databaseUrl: string, encryptionKey: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`select 1 from organisations limit 1`;
    if (known) return false;
    const { encrypt } = createSecrets(encryptionKey);
    await seed(drizzle<typeof schema>(sql), { newId: () => randomUUIDv7(), at: new Date(), encrypt, bots: LOCAL_BOTS });
    return true;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
