import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { BotKind } from "#shared/kernel/role";

/** As Telegram hands it out: the bot's own id, a colon and a secret. */
export const BotToken = z.string().regex(/^\d{3,15}:[\w-]{20,100}$/);

export const BotView = z.object({
  id: Id,
  kind: BotKind,
  telegramId: z.int(),
  username: z.string(),
  enabled: z.boolean(),
});
export type BotView = z.infer<typeof BotView>;
export const BotList = z.object({ bots: z.array(BotView) });
export type BotList = z.infer<typeof BotList>;

/** For the bots process alone: what it takes to run a bot. `timezone` (IANA) is where the organisation works. */
export const BotIdentity = BotView.omit({ enabled: true }).extend({
  organisationId: Id,
  timezone: z.string(),
  token: z.string(),
  webhookSecret: z.string(),
});
export type BotIdentity = z.infer<typeof BotIdentity>;
export const RunnableBots = z.object({ bots: z.array(BotIdentity) });
export type RunnableBots = z.infer<typeof RunnableBots>;

export const NewBot = z.object({
  kind: BotKind,
  token: BotToken,
  /** Asked of Telegram when it is left out. */
  username: z
    .string()
    .regex(/^\w{5,32}$/)
    .optional(),
});
export type NewBot = z.infer<typeof NewBot>;
export const BotRef = z.object({ id: Id });

/** The token of the same bot, after @BotFather has made a new one. */
export const NewToken = z.object({ token: BotToken });

/** What Telegram says of a bot's token at this moment. */
export const BotCheck = z.object({
  id: Id,
  works: z.boolean(),
  /** `token_refused`: revoked or mistyped. `telegram_away`: nobody answered, so nothing is known. */
  problem: z.enum(["token_refused", "token_of_another", "telegram_away"]).nullable(),
  name: z.string().nullable(),
  username: z.string().nullable(),
  tookMs: z.int(),
  checkedAt: z.iso.datetime(),
});
export type BotCheck = z.infer<typeof BotCheck>;
