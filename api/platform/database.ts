import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type * as schema from "#drizzle/schema/index";

/** What a business transaction may take, so that nothing ever waits long for a lock. */
export const TRANSACTION_LIMIT_MS = 5_000;

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type Database = { db: Db; sql: postgres.Sql; close(): Promise<void> };

/** A pool that works as the role which owns nothing. Reconnects quickly, for a database that was killed and came back. */
export function openDatabase(url: string, options: { connections: number; name: string }): Database {
  const sql = postgres(url, {
    max: options.connections,
    onnotice: () => {},
    backoff: () => 0.1, // seconds
    connect_timeout: 5, // seconds
    connection: {
      application_name: options.name,
      role: "peyk_app",
      transaction_timeout: TRANSACTION_LIMIT_MS,
      idle_in_transaction_session_timeout: TRANSACTION_LIMIT_MS,
    } as Record<string, string | number>,
  });
  return { db: drizzle(sql) as Db, sql, close: () => sql.end({ timeout: 5 }) };
}
