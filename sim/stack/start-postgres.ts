import { type ChildProcess, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { causeIn } from "./cause-in";
import { freePort } from "./free-port";
import { type PostgresBinaries, postgresBinaries } from "./postgres-binaries";
import { postgresUser } from "./postgres-user";
import { childrenOf, commandLine, goneWithin, isRunning, signal } from "./process-info";
import { reachableFolder } from "./reachable-folder";
import type { Server } from "./server";
import { endOf, type ServerUser, spawnServer } from "./spawn-server";

export const POSTGRES_OWNER = "peyk";
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 20_000;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "300",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  // A young table is counted within seconds: until then every plan for it is a guess, and a rush is over by then.
  autovacuum_naptime: "5s",
  // For change data capture. The cap keeps a forgotten reader from filling the disk.
  wal_level: "logical",
  max_slot_wal_keep_size: "2GB",
  fsync: "on",
  timezone: "UTC",
  log_timezone: "UTC",
};

export type PostgresOptions = {
  /** Made and initialised when missing. */
  dataDir: string;
  /** A free one is taken when this one is not. */
  port?: number;
  /** Of the owner. Without one every process of this machine may connect, as anybody. */
  password?: string;
  settings?: Partial<Record<keyof typeof SETTINGS | (string & {}), string>>;
};

/**
 * Start a PostgreSQL of our own on `dataDir`, ending a leftover of a killed run first.
 * Initialising takes about a second, starting a tenth of one.
 * @returns a server whose `url` names the owner and the database `postgres`
 * @throws SetupProblem
 */
export async function startPostgres({ dataDir, port, password, settings }: PostgresOptions): Promise<Server> {
  const user = postgresUser();
  const binaries = postgresBinaries();
  const home = reachableFolder(dataDir);
  const cluster = join(home, "cluster");
  if (!existsSync(join(cluster, "PG_VERSION"))) initialise({ binaries, cluster, user, password });
  await endLeftover(cluster);

  const chosenPort = await freePort(port ?? 5432);
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(chosenPort) });
  const child = spawnServer({
    command: binaries.postgres,
    args: ["-D", cluster, ...flags.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    logFile: join(home, "postgres.log"),
    cwd: "/",
    deathSignal: "SIGINT",
    user,
  });
  const ended = endOf(child);
  await readiness(cluster, join(home, "postgres.log"), child);

  const pid = child.pid!;
  const secret = password ? `:${encodeURIComponent(password)}` : "";
  return {
    url: `postgres://${POSTGRES_OWNER}${secret}@127.0.0.1:${chosenPort}/postgres`,
    pid,
    ended,
    stop: () => fastShutdown(pid),
    kill9: () => killWithChildren(pid),
  };
}

type Initialising = {
  binaries: PostgresBinaries;
  cluster: string;
  user: ServerUser | undefined;
  password?: string | undefined;
};

function initialise({ binaries, cluster, user, password }: Initialising): void {
  // Under another name until it is whole, so that an interrupted first start leaves nothing that looks finished.
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  const auth = password ? ["--auth=scram-sha-256", "--pwfile=/dev/stdin"] : ["--auth=trust"];
  // The builtin locale sorts the same on every machine; durability is the server's job, not that of initdb.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const args = ["-D", unfinished, "-U", POSTGRES_OWNER, "--no-sync", "--no-instructions", ...auth, ...locale];
  const done = spawnSync(binaries.initdb, args, {
    ...user,
    cwd: "/",
    input: password ? `${password}\n` : "",
    encoding: "utf8",
  });
  if (done.status !== 0) {
    throw new SetupProblem(`PostgreSQL could not set up ${cluster}: ${causeIn(done.stderr ?? String(done.error))}`);
  }
  renameSync(unfinished, cluster);
}

/** A killed run may leave its server behind; two servers on one folder would be the end of the data. */
async function endLeftover(cluster: string): Promise<void> {
  const pid = Number(lockFile(cluster)[0]);
  if (!pid || !isRunning(pid) || !commandLine(pid).includes(cluster)) return;
  await fastShutdown(pid);
}

const lockFile = (cluster: string): string[] => {
  const file = join(cluster, "postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
};

/** The server writes its id and its state into its lock file; pg_ctl waits in the same way. */
async function readiness(cluster: string, logFile: string, server: ChildProcess): Promise<void> {
  const end = performance.now() + START_LIMIT_MS;
  for (;;) {
    const lock = lockFile(cluster);
    if (Number(lock[0]) === server.pid && lock[7]?.trim() === "ready") return;
    if (server.exitCode !== null || performance.now() > end) {
      throw new SetupProblem(`PostgreSQL did not start: ${causeIn(readFileSync(logFile, "utf8"))} (${logFile})`);
    }
    await pause(15);
  }
}

/** Clients are cut off, data is flushed. */
async function fastShutdown(pid: number): Promise<void> {
  if (!isRunning(pid)) return;
  signal(pid, "SIGINT");
  if (!(await goneWithin(STOP_LIMIT_MS, pid))) await killWithChildren(pid);
}

async function killWithChildren(pid: number): Promise<void> {
  // Its children live in sessions of their own; a new server refuses to start until the last of them let go. Held still
  // first, or one that it starts meanwhile is on nobody's list.
  signal(pid, "SIGSTOP");
  const all = [pid, ...childrenOf(pid)];
  for (const one of all) signal(one, "SIGKILL");
  await goneWithin(STOP_LIMIT_MS, ...all);
}
