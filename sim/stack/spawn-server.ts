import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

export type ServerUser = { uid: number; gid: number };
type Spawning = {
  command: string;
  args: string[];
  /** Where its output goes. A file and not a pipe: the server must not choke when we die first. */
  logFile: string;
  cwd: string;
  /** Sent to it when we die without a word, where the system can do that (Linux). */
  deathSignal: NodeJS.Signals;
  user?: ServerUser | undefined;
  /** Instead of ours. */
  env?: Record<string, string | undefined> | undefined;
};

/** Start a server in a session of its own, so that Ctrl-C in the terminal reaches us first and we end it in order. */
export function spawnServer({ command, args, logFile, cwd, deathSignal, user, env }: Spawning): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a");
  const [program, ...rest] = [...diesWithUs(deathSignal), command, ...args];
  const child = spawn(program!, rest, { ...user, cwd, env, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  return child;
}

const SETPRIV = "/usr/bin/setpriv";
const canDieWithUs = process.platform === "linux" && existsSync(SETPRIV);

/** The words to put before a command so that the kernel signals it when its parent dies. */
export const diesWithUs = (deathSignal: NodeJS.Signals): string[] =>
  canDieWithUs ? [SETPRIV, "--pdeathsig", deathSignal.replace("SIG", ""), "--"] : [];

/** Resolves with what ended the process, in words for a log line. */
export const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, by) => resolve(by ?? `exit code ${code}`));
  });
