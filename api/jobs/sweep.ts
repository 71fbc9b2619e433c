import type { Deps } from "#api/platform/deps";
import { acrossOrganisations } from "#api/platform/with-actor";
import { Refusal } from "#shared/kernel/refusal";
import type { Deadline } from "./deadline";

const EVERY_MS = 1_000; // real time
/** Alarms come first; the sweeper leaves them this much business time, so that it works only on what was lost. */
const GRACE_MS = 1_000;
const BATCH = 200;

/**
 * Reads the rows themselves every second and sees to those that no alarm came for: Redis was emptied, a worker died, a
 * queue is behind. Needs nothing but Postgres.
 * @returns how many rows were overdue
 */
export async function sweepOnce(deps: Deps, deadlines: readonly Deadline[]): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - GRACE_MS);
  let found = 0;
  for (const { kind, overdue, run } of deadlines) {
    const refs = await acrossOrganisations(deps, (tx) => overdue(tx, before, BATCH));
    found += refs.length;
    for (const ref of refs)
      await run(deps, ref).catch((error: unknown) => {
        // One row that cannot be helped must not keep the others waiting.
        if (!(error instanceof Refusal)) deps.log.error({ err: error, kind, ...ref }, "a deadline could not be met");
      });
  }
  return found;
}

/** @returns stops it, after the sweep in hand */
export function startSweeper(deps: Deps, deadlines: readonly Deadline[]): () => Promise<void> {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  let sweeping: Promise<unknown> = Promise.resolve();
  const again = () => {
    if (stopped) return;
    sweeping = sweepOnce(deps, deadlines)
      .catch((error: unknown) => deps.log.warn({ err: error }, "a sweep failed"))
      .finally(() => {
        timer = setTimeout(again, EVERY_MS);
      });
  };
  again();
  return async () => {
    stopped = true;
    await sweeping;
    clearTimeout(timer);
  };
}
