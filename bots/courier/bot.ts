import { createApi } from "#bots/kit/api";
import { type BotDeps, createBot } from "#bots/kit/create-bot";
import { language } from "#bots/kit/features/language";
import { lastResort, manners } from "#bots/kit/features/manners";
import type { BotProgram } from "#bots/kit/start-bot";
import { talk } from "#bots/kit/talk";
import { askProof } from "./conversations/hand-over";
import { chat } from "./features/chat";
import { location } from "./features/location";
import { offers } from "./features/offers";
import { trips } from "./features/trips";
import { couriersOnly, welcome } from "./features/welcome";
import { work } from "./features/work";
import { courierRenderers } from "./messages/renderers";

/** Where couriers go to work, accept offers and bring orders home. */
export function courierProgram(deps: BotDeps): BotProgram {
  const asBot = createApi(deps.access, { botId: deps.identity.id });
  const bot = createBot(deps, [
    askProof.middleware,
    talk.middleware,
    manners("courier", asBot),
    language,
    welcome,
    couriersOnly,
    location,
    offers,
    trips,
    work,
    chat,
    lastResort,
  ]);
  return {
    bot,
    renderers: courierRenderers,
    commands: ["start", "online", "break", "offline", "trip", "today", "panic", "language", "help", "cancel"],
  };
}
