import { Api as TelegramApi } from "grammy";
import { ask, createApi } from "#bots/kit/api";
import type { BotDeps } from "#bots/kit/create-bot";
import type { DeliverOptions } from "./deliver";

/** Machine time for one call; the ledger has it again when nothing came back by then. */
const CALL_TIMEOUT_S = 8;

/**
 * Telegram for the outlet alone: nothing here waits or tries again by itself, because a message that cannot go out now
 * goes back to the ledger and leaves its place to the next.
 */
export function createOutletApi({ identity, config, access, budget }: BotDeps): Omit<DeliverOptions, "pause"> {
  const telegram = new TelegramApi(identity.token, {
    apiRoot: config.TELEGRAM_API_ROOT,
    timeoutSeconds: CALL_TIMEOUT_S,
  });
  return {
    telegram,
    budget,
    providerToken: config.PAYMENT_PROVIDER_TOKEN,
    mediaLink: (recipient, mediaId) =>
      ask(createApi(access, { botId: identity.id, telegramId: recipient }).media({ id: mediaId }).get()),
  };
}
