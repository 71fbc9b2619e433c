import { drizzle, type PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
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
  return { db: drizzle(named(sql)) as Db, sql, close: () => sql.end({ timeout: 5 }) };
}

/** A statement with more parameters than this is a bulk insert, whose text changes with every length. */
const NAMED_PARAMETERS_MAX = 60;

/**
 * Drizzle sends every statement unnamed: postgres.js then has to ask for its parameter types first, a round trip more,
 * and cannot send the next one meanwhile. Named, a statement is parsed once per connection and can be pipelined.
 */
function named<Client extends postgres.ISql>(client: Client): Client {
  return new Proxy(client, {
    get(target, property, receiver) {
      if (property === "unsafe") return unsafeNamed(target);
      if (property === "begin" || property === "savepoint") return scopeNamed(target, property);
      return Reflect.get(target, property, receiver);
    },
  });
}

const unsafeNamed =
  (client: postgres.ISql): postgres.Sql["unsafe"] =>
  (query, parameters = [], options) =>
    client.unsafe(query, parameters, { ...options, prepare: parameters.length <= NAMED_PARAMETERS_MAX });

type Scope = (run: (client: postgres.TransactionSql) => unknown) => Promise<unknown>;

const scopeNamed = (client: postgres.ISql, property: "begin" | "savepoint") => {
  const scope: Scope = Reflect.get(client, property);
  return (run: (client: postgres.TransactionSql) => unknown) => scope((inner) => run(named(inner)));
};

/**
 * The connection that a Drizzle transaction runs on, for the few statements that are too hot to be built anew each time.
 * On it a date is sent and read as text, and JSON as a string: Drizzle has replaced the client's own conversions.
 */
export function connectionOf(tx: Tx): postgres.TransactionSql {
  const { session } = tx._;
  if (session instanceof PostgresJsSession) return session.client;
  throw new Error("not a postgres.js transaction");
}
