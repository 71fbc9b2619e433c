import postgres from "postgres";

/** Where a test run keeps its data: one Postgres and one Redis for all suites. */
export type TestServers = {
  /** Begins every name that the run makes, so that what is left can be found. */
  run: string;
  /** The owner, in the database `postgres`. */
  adminUrl: string;
  /** Migrated once; nobody may be connected to it. */
  template: string;
  redisUrl: string;
};

export type TestDatabase = {
  /** Owns the tables: for fixtures, migrations and looking behind the scenes. */
  ownerUrl: string;
  /** What the API connects with: the role `peyk_app`, which owns nothing. */
  appUrl: string;
  redisUrl: string;
  /** Begins every key, channel and queue name: pub/sub ignores database numbers and BullMQ refuses `keyPrefix`. */
  redisPrefix: string;
  /** Cuts off who is still connected. */
  drop(): Promise<void>;
};

let made = 0;

/** A database of its own for one suite: a copy of the migrated template, in some 50 ms. */
export async function createDatabase(servers: TestServers): Promise<TestDatabase> {
  made += 1;
  const name = `${servers.run}_${process.pid}_${made}`;
  await onServer(servers, (sql) => sql`create database ${sql(name)} template ${sql(servers.template)}`);
  return {
    ownerUrl: urlOf(servers.adminUrl, name),
    appUrl: urlOf(servers.adminUrl, name, "peyk_app"),
    redisUrl: servers.redisUrl,
    redisPrefix: name,
    drop: () => onServer(servers, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

/** Drop every database that the run made and did not drop itself. */
export const dropAll = (servers: TestServers): Promise<void> =>
  onServer(servers, async (sql) => {
    const left = await sql<
      { datname: string }[]
    >`select datname from pg_database where starts_with(datname, ${servers.run})`;
    for (const { datname } of left) await sql`drop database if exists ${sql(datname)} with (force)`;
  });

/** One connection to the server itself, closed afterwards. */
export async function onServer(servers: TestServers, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(servers.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The same server, another database and, if named, another user. */
export function urlOf(adminUrl: string, database: string, user?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (user) url.username = user;
  return url.href;
}
