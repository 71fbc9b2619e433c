import { conversations } from "@grammyjs/conversations";
import { sequentialize } from "@grammyjs/runner";
import { Bot, type Context, type Middleware, session } from "grammy";
import type { Redis } from "ioredis";
import type { BotsConfig } from "#bots/config";
import type { BotIdentity } from "#shared/contracts/bots";
import type { Clock } from "#shared/kernel/clock";
import { languageOf } from "#shared/kernel/language";
import { type ApiAccess, createApi } from "./api";
import type { BotContext, Session, TalkContext } from "./context";
import type { Log } from "./log";
import { miniappUrl } from "./miniapp-url";
import { meet } from "./person";
import { catchProblems } from "./problem";
import type { Keys } from "./redis";
import type { SendBudget } from "./send-budget";
import { redisStorage } from "./session";
import { manageCalls } from "./telegram-calls";
import { wordsIn } from "./words";

/** What a bot needs from outside. */
export type BotDeps = {
  identity: BotIdentity;
  config: BotsConfig;
  access: ApiAccess;
  redis: Redis;
  keys: Keys;
  clock: Clock;
  budget: SendBudget;
  log: Log;
};

/** Bump it when a question changes its steps: what was asked before is forgotten then, and nobody is stuck in it. */
const CONVERSATIONS_VERSION = 1;

/** A bot with everything that all of ours share; `features` come after it, in the order in which they see an update. */
export function createBot(deps: BotDeps, features: readonly Middleware<BotContext>[]): Bot<BotContext> {
  const { identity, config, access, redis, keys, budget, log } = deps;
  const bot = new Bot<BotContext>(identity.token, {
    client: { apiRoot: config.TELEGRAM_API_ROOT, timeoutSeconds: 60 },
  });
  manageCalls(bot.api, budget);
  const asBot = createApi(access, { botId: identity.id });

  bot.use(catchProblems(log, (ctx) => ctx.words ?? guessWords(ctx)));
  bot.use(sequentialize(chatOf));
  bot.use(session({ initial: (): Session => ({}), storage: redisStorage(redis, keys.session(identity.id)) }));
  bot.use(async (ctx, next) => {
    if (!ctx.from || ctx.from.is_bot) return;
    ctx.peyk = createApi(access, { botId: identity.id, telegramId: ctx.from.id });
    const person = await meet(asBot, ctx.peyk, ctx.from, ctx.chat);
    if (!person) return; // a stranger in a group
    ctx.person = person;
    ctx.words = wordsIn(person.language, identity.timezone);
    ctx.miniapp = (app) => miniappUrl(deps, app);
    ctx.takesInvoices = config.PAYMENT_PROVIDER_TOKEN !== undefined;
    await next();
  });
  bot.use(
    conversations<BotContext, TalkContext>({
      storage: {
        type: "key",
        version: CONVERSATIONS_VERSION,
        adapter: redisStorage(redis, keys.conversation(identity.id)),
      },
      plugins: async (conversation) => {
        const language = await conversation.external((outer) => outer.words.language);
        return [
          async (ctx, next) => {
            manageCalls(ctx.api, budget); // an API of its own: what is installed outside does not reach it
            ctx.words = wordsIn(language, identity.timezone);
            await next();
          },
        ];
      },
    }),
  );
  bot.use(...features);
  return bot;
}

const guessWords = (ctx: Context) => wordsIn(languageOf(ctx.from?.language_code));

/** What waits for what. A payment is answered within 10 s or lost: it waits for nobody. */
const chatOf = (ctx: Context): string | undefined =>
  ctx.preCheckoutQuery || ctx.shippingQuery ? undefined : String(ctx.chat?.id ?? ctx.from?.id ?? "");
