import { SetupProblem } from "#shared/kernel/setup-problem";

/** One line for the person at the terminal. */
export const say = (line: string): void => console.log(`  ${line}`);

/** Run a step and, when somebody had to wait for it, say how long it took. */
export async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await run();
  const seconds = (performance.now() - start) / 1_000;
  if (seconds > 0.5) say(`${what} … ${seconds.toFixed(1)} s`);
  return result;
}

/** What is known to go wrong is one line without a stack; anything else is a bug and shows where it happened. */
export function explain(error: unknown): string {
  if (error instanceof SetupProblem) return error.message;
  if (error instanceof Error && error.name === "ConfigProblem")
    return `${error.message}\nMend them in .env, then start again.`;
  if (error instanceof Error && "code" in error && error.code === "ENOSPC") return diskIsFull(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const diskIsFull = (error: Error & { path?: unknown }): string =>
  `The disk is full${error.path ? ` (${error.path})` : ""}: make room, then start again. Nothing is lost that was acknowledged.`;
