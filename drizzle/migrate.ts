import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const FOLDER = new URL("./migrations", import.meta.url).pathname;

/** How many migrations this code knows. */
export const migrationCount = (): number => readMigrationFiles({ migrationsFolder: FOLDER }).length;

const LOCK = 7_316_519; // any fixed number: two processes that start together migrate one after the other

/** Brings the database up to date, as its owner. Safe to run twice, and by several processes at once. */
export async function migrate(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: FOLDER });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
