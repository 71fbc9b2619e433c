import type { Clock } from "#shared/kernel/clock";
import type { Milliseconds } from "#shared/kernel/units";
import { type Deed, perform } from "#sim/city/mind/deed";
import { choose, type Plans, type Wish } from "#sim/city/mind/plans";
import { recent, type Sight } from "#sim/city/mind/sight";
import { ClientRefusal } from "#sim/telegram/client/caller";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";

/** What every simulated person needs. */
export type ActorDeps = {
  chat: PhoneChat;
  clock: Clock;
  /** Somebody else has this phone in hand: nothing is done with it meanwhile. */
  isHandsOff?: () => boolean;
};

export type Actor = {
  readonly chat: PhoneChat;
  /** Looks at the phone and does the next thing, if there is one. Cheap when nothing has changed. */
  step(): Promise<void>;
  /** Something happened that the phone does not show: the next step looks again. */
  wake(): void;
};

/** Business time after which something that changed nothing is done once more … */
const PATIENCE_MS = 12_000;
/** … and machine time that a bot gets for its answer, however fast business time runs. */
const ANSWER_WITHIN_MS = 5_000;
/** What a phone still shows and nobody scrolls up to is forgotten; a city lives for days. */
const KEPT = 300;

/** A person who looks at one chat, decides purely (`decide`), and acts with one thumb. */
export function createActor(deps: ActorDeps, decide: (sight: Sight) => readonly Wish[]): Actor {
  const { chat, clock, isHandsOff = () => false } = deps;
  const patienceMs = Math.max(PATIENCE_MS, ANSWER_WITHIN_MS * clock.speed);
  let plans: Plans = new Map();
  let nextMs: Milliseconds = 0;
  let isBusy = false;

  async function step(): Promise<void> {
    const nowMs = clock.now().getTime();
    if (isBusy || isHandsOff()) return;
    forget(chat);
    const choice = choose(plans, decide(recent(chat.messages)), nowMs, patienceMs);
    ({ plans, nextMs } = choice);
    if (!choice.wish) return;
    isBusy = true;
    await attempt(chat, choice.wish.deed).finally(() => {
      isBusy = false;
    });
  }

  let seen = -1;
  return {
    chat,
    step: async () => {
      if (chat.phone.version === seen && clock.now().getTime() < nextMs) return;
      seen = chat.phone.version;
      await step();
    },
    wake: () => {
      seen = -1;
    },
  };
}

/** What a phone refuses, or a Telegram that is away for a moment, is tried again when the plan says so. */
async function attempt(chat: PhoneChat, deed: Deed): Promise<void> {
  try {
    await perform(chat, deed);
  } catch (error) {
    if (!(error instanceof ClientRefusal) && !isAway(error)) throw error;
  }
}

/** No connection, or half an answer. */
export const isAway = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof SyntaxError || (error instanceof Error && "code" in error);

function forget(chat: PhoneChat): void {
  const { messages } = chat.phone.known(chat.id);
  for (const id of messages.keys()) {
    if (messages.size <= KEPT) return;
    messages.delete(id);
  }
}
