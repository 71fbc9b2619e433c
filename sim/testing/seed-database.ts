import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type * as schema from "#drizzle/schema/index";
import { type SeedDeps, type Seeded, seed } from "#drizzle/seed";

/** Seeds over a connection of its own: Drizzle takes the serialisers of the client that it is given. */
export async function seedDatabase(ownerUrl: string, deps: SeedDeps): Promise<Seeded> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await seed(drizzle<typeof schema>(sql), deps);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
