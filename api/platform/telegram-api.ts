import { z } from "zod";
import { type Guard, type Outside, outside } from "./outside";

/** A bot as Telegram describes it. */
export type TelegramBot = { telegramId: number; username: string; name: string };

/** The little that the API itself asks of Telegram. All else is the bots' business. */
export type TelegramApi = {
  /** Whose token this is; `null` when Telegram does not know it. @throws Refusal `request.busy` when nobody answers */
  whoseToken(token: string): Promise<TelegramBot | null>;
};

/** Somebody waits in front of the screen, so two tries and no more. */
const GUARD: Guard = { timeoutMs: 3_000, attempts: 2, breakAfter: 4, halfOpenAfterMs: 10_000 };

const BotUser = z.object({
  ok: z.literal(true),
  result: z.object({ id: z.int(), first_name: z.string(), username: z.string() }),
});
/** What Telegram answers to a token that was revoked or never existed. */
const UNKNOWN_TOKEN: readonly number[] = [401, 404];

/** `getMe` of the Bot API (core.telegram.org/bots/api#getme) at `root`, behind a door with limit and breaker. */
export function createTelegramApi(root: string, door: Outside = outside(GUARD)): TelegramApi {
  const base = root.replace(/\/$/, "");
  return {
    whoseToken: (token) =>
      door(async () => {
        const reply = await fetch(`${base}/bot${token}/getMe`, { signal: AbortSignal.timeout(GUARD.timeoutMs) });
        if (UNKNOWN_TOKEN.includes(reply.status)) return null;
        const { id, username, first_name: name } = BotUser.parse(await reply.json()).result;
        return { telegramId: id, username, name };
      }),
  };
}
