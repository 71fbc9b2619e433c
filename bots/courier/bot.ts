import { createApi } from "#bots/kit/api";
import { type BotDeps, createBot } from "#bots/kit/create-bot";
import { language } from "#bots/kit/features/language";
import { lastResort, manners } from "#bots/kit/features/manners";
import type { BotProgram } from "#bots/kit/start-bot";

export function courierProgram(deps: BotDeps): BotProgram {
  const asBot = createApi(deps.access, { botId: deps.identity.id });
  const bot = createBot(deps, [manners("courier", asBot), language, lastResort]);
  return { bot, renderers: {}, commands: ["start", "language", "help", "cancel"] };
}
