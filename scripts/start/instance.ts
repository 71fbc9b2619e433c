import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import type { Milliseconds } from "#shared/kernel/units";
import { commandLine, goneWithin, isRunning, signal } from "#sim/stack/process-info";

type Running = { name: string; pid: number };
/** Where the servers and processes of a start can be reached, by the names of their variables. */
export type Addresses = Readonly<Record<string, string | undefined>>;
type Claim = { supervisor: number; children: Running[]; addresses?: Addresses };

const LEFTOVER_LIMIT_MS = 5_000;
/** In the command line of everything that we start; tells ours from a stranger that got the same process id. */
const OURS = /bun|postgres|redis|valkey/;
/** Who may hold a data folder: only one of them at a time. */
const HOLDERS = /\b(start|backup|restore)\.ts\b/;

export type Instance = {
  remember(child: Running): void;
  /** Tells commands beside us where everything is. */
  announce(addresses: Addresses): void;
  release(): void;
};

/**
 * One start per data folder. A start that still runs is named; what a killed one left behind is ended.
 * @throws SetupProblem
 */
export async function claimInstance(file: string): Promise<Instance> {
  const former = readClaim(file);
  if (former && holds(former)) {
    throw new SetupProblem(
      `Peyk already runs from this folder: stop it with Ctrl-C where it runs, or with: bun run stop (kill ${former.supervisor})`,
    );
  }
  for (const child of former?.children ?? []) await endLeftover(child.pid);

  const claim: Claim = { supervisor: process.pid, children: [] };
  const write = () => writeFileSync(file, JSON.stringify(claim), { mode: 0o600 });
  mkdirSync(dirname(file), { recursive: true });
  write();
  return {
    remember(child) {
      claim.children = [...claim.children.filter(({ name }) => name !== child.name), child];
      write();
    },
    announce(addresses) {
      claim.addresses = addresses;
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

const TOLD = [
  "DATABASE_URL",
  "REDIS_URL",
  "PUBLIC_URL",
  "MINIAPPS_URL",
  "API_URL",
  "PORT",
  "WORKER_PORT",
  "BOTS_PORT",
  "TELEGRAM_API_ROOT",
  "LOCAL_TELEGRAM_URL",
  "BOTS_MODE",
  "WEBHOOK_URL",
] as const;

/** What a start tells of itself: where everything is, and none of its secrets but the password of its database. */
export const addressesOf = (env: Addresses): Addresses =>
  Object.fromEntries(TOLD.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));

/** What runs from a data folder now: where it can be reached, or undefined when nothing does. */
export function runningAddresses(file: string): Addresses | undefined {
  const claim = readClaim(file);
  return claim && holds(claim) ? (claim.addresses ?? {}) : undefined;
}

/** Ends what runs from a data folder, gently. @returns false when nothing did. @throws SetupProblem when it does not end */
export async function stopInstance(file: string, limitMs: Milliseconds): Promise<boolean> {
  const claim = readClaim(file);
  if (!claim || !holds(claim)) return false;
  signal(claim.supervisor, "SIGTERM");
  if (!(await goneWithin(limitMs, claim.supervisor)))
    throw new SetupProblem(`Peyk still runs: look at its terminal, or end it with: kill -9 ${claim.supervisor}`);
  return true;
}

const holds = ({ supervisor }: Claim): boolean => isRunning(supervisor) && HOLDERS.test(commandLine(supervisor));

function readClaim(file: string): Claim | undefined {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined; // cut off while it was written
  }
}

async function endLeftover(pid: number): Promise<void> {
  if (!isRunning(pid) || !OURS.test(commandLine(pid))) return;
  signal(pid, "SIGTERM");
  if (!(await goneWithin(LEFTOVER_LIMIT_MS, pid))) signal(pid, "SIGKILL");
}
