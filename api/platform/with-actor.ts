import { setTimeout as pause } from "node:timers/promises";
import type { Milliseconds } from "#shared/kernel/units";
import type { Actor } from "./actor";
import type { Alarm } from "./alarms";
import { connectionOf, type Tx } from "./database";
import { isDeadlock } from "./database-problems";
import type { Deps } from "./deps";
import { announce, type NewEvent, type NewNotification, type Outbox, saveOutbox } from "./outbox";

/**
 * One transaction of one verb. What must be heard of the change is collected here and saved with it, so that a change
 * without its news, or news without its change, cannot exist.
 */
export type Work = {
  readonly tx: Tx;
  readonly actor: Actor;
  /** The one moment at which everything in this transaction happens. */
  readonly at: Date;
  emit(event: NewEvent): void;
  notify(notification: NewNotification): void;
  /** Look at this row again at that time. */
  wake(alarm: Omit<Alarm, "organisationId">): void;
  /** For what may be lost: caches to drop, counters. */
  afterCommit(run: () => void | Promise<void>): void;
};

/** Whoever lost a deadlock finds the other one done after a moment: once more is nearly always enough. */
const TRIES = 3;

/** Without it the loser can be back in the circle before the winner has woken up. */
const PAUSE_MS: Milliseconds = 50;

/**
 * Whether Postgres plans a named statement anew for these parameters when it thinks that this pays, or keeps one plan
 * per connection. Keeping is for a verb all of whose statements find few rows by key, whatever the parameters are.
 */
export type PlanCacheMode = "auto" | "force_generic_plan";

/**
 * Runs `verb` in one transaction as this actor: all SQL of a request goes through here, under a role that owns nothing
 * and with the organisation set for row-level security. Events and notifications are saved at its end, and announced
 * once it is committed. A verb that Postgres rolled back to end a deadlock runs again from its beginning, so what it
 * does outside the transaction belongs into `afterCommit`.
 *
 * @throws what `verb` throws, after rolling back
 */
export async function withActor<T>(
  deps: Deps,
  actor: Actor,
  verb: (work: Work) => Promise<T>,
  plans: PlanCacheMode = "auto",
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await runOnce(deps, actor, verb, plans);
    } catch (error) {
      if (tried === TRIES || !isDeadlock(error)) throw error;
      await pause(PAUSE_MS * tried);
    }
  }
}

async function runOnce<T>(
  deps: Deps,
  actor: Actor,
  verb: (work: Work) => Promise<T>,
  plans: PlanCacheMode,
): Promise<T> {
  const at = deps.clock.now();
  const outbox: Outbox = { events: [], notifications: [], alarms: [] };
  const afterwards: (() => void | Promise<void>)[] = [];
  const { value, published } = await deps.db.transaction(async (tx) => {
    // Sent at once; the verb's first statement follows on the same wire without waiting for the answer.
    const scoped = connectionOf(tx)`select set_config('peyk.organisation_id', ${actor.organisationId}, true),
      set_config('plan_cache_mode', ${plans}, true)`.execute();
    const work: Work = {
      tx,
      actor,
      at,
      emit: (event) => void outbox.events.push(event),
      notify: (notification) => void outbox.notifications.push(notification),
      wake: (alarm) => void outbox.alarms.push({ ...alarm, organisationId: actor.organisationId }),
      afterCommit: (run) => void afterwards.push(run),
    };
    const [value] = await Promise.all([verb(work), scoped]);
    return { value, published: await saveOutbox(deps, work, outbox) };
  });
  await announce(deps, outbox, published);
  for (const run of afterwards) await run();
  return value;
}

/** For what no single organisation owns: sweeps, purges, gauges. Later the only door around row-level security. */
export const acrossOrganisations = <T>(deps: Pick<Deps, "db">, run: (tx: Tx) => Promise<T>): Promise<T> =>
  deps.db.transaction(run);

/** The same for one statement that reads: without a transaction around it, two trips fewer on the way of a request. */
export const readAcross = <T>(
  { db }: Pick<Deps, "db">,
  read: (db: Pick<Deps["db"], "select">) => Promise<T>,
): Promise<T> => read(db);
