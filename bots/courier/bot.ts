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
import { countDownOffers } from "./offer-countdown";

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
  const countdown = countDownOffers(deps);
  return {
    bot,
    renderers: courierRenderers,
    menu: "courier",
    onSent: countdown.hear,
    runBeside: countdown.run,
    commands: ["start", "online", "break", "offline", "trip", "today", "panic", "language", "help", "cancel"],
  };
}
