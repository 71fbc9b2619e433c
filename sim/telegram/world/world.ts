import type { Clock } from "#shared/kernel/clock";
import type { Random } from "#shared/kernel/random";
import type { Answer } from "./bill";
import type { PersonEvent } from "./person-event";
import type { PeerId, WorldState } from "./state";

export type Timeouts = {
  /** After that a tap can no longer be answered. */
  callbackMs: number;
  /** A bot has that long to answer before a payment (Telegram: 10 s). */
  checkoutMs: number;
  /** A webhook that has not said 200 by then gets the update again. */
  webhookMs: number;
  /** Pause before a failed webhook is tried again; doubles up to a minute. */
  webhookRetryMs: number;
};

/** As in the original, in machine time. */
export const TELEGRAM_TIMEOUTS: Timeouts = {
  callbackMs: 30_000,
  checkoutMs: 10_000,
  webhookMs: 10_000,
  webhookRetryMs: 1_000,
};

type Listener<T> = (happening: T) => void;

/** The little universe: what is so, what time it is, and who wants to hear of changes. */
export type World = {
  readonly state: WorldState;
  readonly clock: Clock;
  readonly random: Random;
  readonly timeouts: Timeouts;
  /** Business time in whole seconds, the unit of every date in the Bot API. */
  nowS(): number;
  nextId(): number;
  /** An opaque identifier, as unguessable as the random source behind it. */
  secret(length: number): string;
  /** Tell one person; `build` runs only when somebody looks through that person's eyes. */
  tell(person: PeerId, build: () => PersonEvent): void;
  watchPerson(person: PeerId, listener: Listener<PersonEvent>): () => void;
  /** A bot got an update. */
  wakeBot(bot: PeerId): void;
  watchBots(listener: Listener<PeerId>): () => void;
  /** A question to a bot was answered. */
  settle(queryId: string, answer: Answer): void;
  watchAnswer(queryId: string, listener: Listener<Answer>): () => void;
};

export const emptyState = (): WorldState => ({
  lastId: 0,
  people: new Map(),
  bots: new Map(),
  chats: new Map(),
  files: new Map(),
  bills: new Map(),
  queries: new Map(),
  cloud: new Map(),
});

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export type WorldSettings = { clock: Clock; random: Random; timeouts: Timeouts; state?: WorldState };

export function createWorld({ clock, random, timeouts, state = emptyState() }: WorldSettings): World {
  const people = createSwitchboard<PeerId, PersonEvent>();
  const bots = createSwitchboard<"any", PeerId>();
  const answers = createSwitchboard<string, Answer>();
  return {
    state,
    clock,
    random,
    timeouts,
    nowS: () => Math.floor(clock.now().getTime() / 1_000),
    nextId: () => ++state.lastId,
    secret: (length) => Array.from({ length }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join(""),
    tell: (person, build) => people.hasListeners(person) && people.send(person, build()),
    watchPerson: people.listen,
    wakeBot: (bot) => bots.send("any", bot),
    watchBots: (listener) => bots.listen("any", listener),
    settle: answers.send,
    watchAnswer: answers.listen,
  };
}

function createSwitchboard<Topic, T>() {
  const lines = new Map<Topic, Set<Listener<T>>>();
  const listen = (topic: Topic, listener: Listener<T>) => {
    const line = lines.get(topic) ?? new Set();
    lines.set(topic, line.add(listener));
    return () => {
      line.delete(listener);
      if (line.size === 0) lines.delete(topic);
    };
  };
  const send = (topic: Topic, happening: T) => {
    for (const listener of [...(lines.get(topic) ?? [])]) listener(happening);
  };
  return { listen, send, hasListeners: (topic: Topic) => lines.has(topic) };
}
