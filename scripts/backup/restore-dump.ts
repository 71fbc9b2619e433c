import { join } from "node:path";
import postgres from "postgres";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { databaseFacts } from "./database-facts";
import { APP_ROLE, DUMP } from "./dump-database";
import { postgresTool, runTool } from "./postgres-tool";

/**
 * Restores a dump into a new database of the server, which takes the name of the one that is there when it is swapped in;
 * that one stays, under another name.
 * @throws SetupProblem also when somebody is still connected
 */
export async function prepareDump(folder: string, url: string, at: Date) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const fresh = `${name}_restoring`;
  const former = `${name}_before_${at.toISOString().slice(0, 19).replace(/\D/g, "")}`;
  await onServer(url, async (server) => {
    await mustBeAlone(server, name);
    const [row] = await server<{ version: string }[]>`select current_setting('server_version') as version`;
    const tool = postgresTool("pg_restore", row!.version);
    await server`drop database if exists ${server(fresh)}`;
    await server`create database ${server(fresh)} template template0`;
    await ensureAppRole(server);
    const target = ["--no-owner", "--exit-on-error", "--single-transaction", `--dbname=${fresh}`];
    runTool(tool, withDatabase(url, fresh), [...target, join(folder, DUMP)]);
  });
  return {
    facts: await databaseFacts(withDatabase(url, fresh)),
    swap: async () => {
      await onServer(url, async (server) => {
        await server`alter database ${server(name)} rename to ${server(former)}`;
        await server`alter database ${server(fresh)} rename to ${server(name)}`;
      });
      return [`the database ${former}`];
    },
    forget: () => {},
  };
}

/** A database cannot be renamed or dropped from within. */
async function onServer(url: string, work: (server: postgres.Sql) => Promise<void>): Promise<void> {
  const server = postgres(withDatabase(url, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await work(server);
  } finally {
    await server.end({ timeout: 5 });
  }
}

const withDatabase = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

async function mustBeAlone(server: postgres.Sql, name: string): Promise<void> {
  const [row] = await server<{ n: number }[]>`select count(*)::int as n from pg_stat_activity where datname = ${name}`;
  if (row!.n > 0)
    throw new SetupProblem(
      `${row!.n} connection(s) to the database ${name} are open: stop the API, the worker and everything else first.`,
    );
}

async function ensureAppRole(server: postgres.Sql): Promise<void> {
  const known = await server`select from pg_roles where rolname = ${APP_ROLE}`;
  if (known.length === 0) await server`create role ${server(APP_ROLE)} nologin`;
  await server`grant ${server(APP_ROLE)} to current_user`;
}
