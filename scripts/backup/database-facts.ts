import postgres from "postgres";

/** What a backup says of its database, and what a person wants to read of it. */
export type DatabaseFacts = { postgres: string; migrations: number; orders: number; lastOrderAt: Date | null };

/** @throws what postgres.js throws, also for a database that was never migrated */
export async function databaseFacts(url: string): Promise<DatabaseFacts> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<DatabaseFacts[]>`
      select current_setting('server_version') as postgres,
        (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
        (select count(*)::int from orders) as orders,
        (select max(placed_at) from orders) as "lastOrderAt"`;
    return row!;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
