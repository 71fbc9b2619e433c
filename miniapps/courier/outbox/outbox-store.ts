import type { Milliseconds } from "#shared/kernel/units";
import type { CourierAction } from "./courier-action";
import {
  dismiss,
  type Entry,
  type EntryRefusal,
  enqueue,
  nextToSend,
  type Outbox,
  type Outcome,
  outcomeOf,
  pauseMs,
  settle,
} from "./outbox";

export type OutboxDeps = {
  /** What is kept on the phone from before. */
  load(): Promise<Outbox>;
  save(outbox: Outbox): Promise<void>;
  /** Tells the API. @throws what `refusalOf` can read */
  send(entry: Entry): Promise<void>;
  refusalOf(error: unknown): EntryRefusal;
  /** After the API has it and before it leaves the outbox, so that no screen falls back for a moment. */
  settled(entry: Entry, outcome: Outcome): Promise<void>;
  newId(): string;
  nowMs(): Milliseconds;
  /** Waits that long, or until the signal. */
  pause(ms: Milliseconds, cut: AbortSignal): Promise<void>;
};

export type OutboxStore = {
  entries(): Outbox;
  /** @returns what stops it */
  subscribe(changed: () => void): () => void;
  /** Keeps it on the phone, and sends it when its turn comes. @returns under which id */
  add(action: CourierAction): Promise<string>;
  dismiss(id: string): void;
  /** There may be a network again: wait no longer. */
  wake(): void;
  stop(): void;
};

/** The one sender of what a courier does. It never gives up on silence, and never says a thing twice as two. */
export function createOutboxStore(deps: OutboxDeps): OutboxStore {
  const watchers = new Set<() => void>();
  let outbox: Outbox = [];
  let sending = false;
  let stopped = false;
  let nap = new AbortController();

  const become = async (next: Outbox) => {
    outbox = next;
    for (const watcher of watchers) watcher();
    await deps.save(next);
  };

  const attempt = async (entry: Entry): Promise<Outcome> => {
    try {
      await deps.send(entry);
      return { is: "sent" };
    } catch (error) {
      return outcomeOf(deps.refusalOf(error), entry.tries);
    }
  };

  const sendAll = async () => {
    for (let entry = nextToSend(outbox); entry && !stopped; entry = nextToSend(outbox)) {
      const outcome = await attempt(entry);
      await deps.settled(entry, outcome);
      await become(settle(outbox, entry.id, outcome));
      if (outcome.is !== "unanswered") continue;
      nap = new AbortController();
      await deps.pause(pauseMs(entry.tries + 1), nap.signal);
    }
  };

  const loaded = deps.load().then((kept) => become([...kept, ...outbox]));
  const run = async () => {
    await loaded;
    if (sending || stopped) return;
    sending = true;
    await sendAll().finally(() => {
      sending = false;
    });
  };
  void run();

  return {
    entries: () => outbox,
    subscribe(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    async add(action) {
      await loaded;
      const entry: Entry = { id: deps.newId(), action, doneAtMs: deps.nowMs(), tries: 0, refusal: null };
      await become(enqueue(outbox, entry));
      void run();
      return entry.id;
    },
    dismiss: (id) => void become(dismiss(outbox, id)),
    wake() {
      nap.abort();
      void run();
    },
    stop() {
      stopped = true;
      nap.abort();
    },
  };
}
