import { setTimeout as pause } from "node:timers/promises";
import { ask, createApi } from "#bots/kit/api";
import type { BotDeps } from "#bots/kit/create-bot";
import { createOutletApi } from "#bots/kit/outlet/outlet-api";
import { postMessage } from "#bots/kit/outlet/post-message";
import { wordsIn } from "#bots/kit/words";
import type { ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import { offerMessage } from "./messages/offer-message";

/** Business time between two looks at the seconds that are left. */
const EVERY_MS: Milliseconds = 10_000;

type Standing = Pick<ClaimedNotification, "chatId" | "language"> & { messageId: number; expiresAt: number };

/** The messages of live offers count their seconds down, last of everything that the bot sends. */
export type OfferCountdown = {
  /** A message of the ledger went out. */
  hear(claim: ClaimedNotification, messageId: number | null): void;
  /** @returns how to stop it */
  run(): () => Promise<void>;
};

/**
 * Known from memory alone: after a restart an offer stands as it was sent, until the ledger closes it. When the budget
 * has no room the seconds are not told, and an offer that is not open any more is never touched: should its end
 * overtake an edit that is under way, the ledger's closing message follows and has the last word.
 */
export function countDownOffers(deps: BotDeps): OfferCountdown {
  const { identity, access, log, clock } = deps;
  const tools = createOutletApi(deps);
  const standing = new Map<Id, Standing>();

  async function tell(offerId: Id, { chatId, messageId, language }: Standing): Promise<void> {
    if ((await tools.budget.take({ chatId, urgency: 4, kind: "edit" })) > 0) return;
    const { offers } = await ask(createApi(access, { botId: identity.id, telegramId: chatId }).offers.get());
    const offer = offers.find(({ id }) => id === offerId);
    if (!offer) return void standing.delete(offerId);
    const outgoing = offerMessage(offer, clock.now(), wordsIn(language, identity.timezone));
    await postMessage(tools, { chatId, editMessageId: messageId, silent: true }, outgoing);
  }

  async function look(): Promise<void> {
    const nowMs = clock.now().getTime();
    for (const [offerId, message] of [...standing]) {
      if (message.expiresAt <= nowMs) standing.delete(offerId);
      else await tell(offerId, message).catch((error: unknown) => log.debug({ err: error }, "seconds were not told"));
    }
  }

  return {
    hear: ({ notification, chatId, language }, messageId) => {
      if (notification.kind === "offer.closed") standing.delete(notification.offerId);
      if (notification.kind !== "offer.made" || messageId === null) return;
      standing.set(notification.offerId, {
        chatId,
        language,
        messageId,
        expiresAt: Date.parse(notification.expiresAt),
      });
    },
    run: () => {
      const stopping = new AbortController();
      const everyMs = Math.max(100, clock.realMs(EVERY_MS));
      const running = (async () => {
        while (!stopping.signal.aborted) {
          await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => {}); // stopped meanwhile
          if (!stopping.signal.aborted) await look();
        }
      })();
      return async () => {
        stopping.abort();
        await running;
      };
    },
  };
}
