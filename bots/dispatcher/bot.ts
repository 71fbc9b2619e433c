import { createApi } from "#bots/kit/api";
import { type BotDeps, createBot } from "#bots/kit/create-bot";
import { language } from "#bots/kit/features/language";
import { lastResort, manners } from "#bots/kit/features/manners";
import type { BotProgram } from "#bots/kit/start-bot";
import { talk } from "#bots/kit/talk";
import { alerts } from "./features/alerts";
import { cash } from "./features/cash";
import { chat } from "./features/chat";
import { couriers } from "./features/couriers";
import { dispatch } from "./features/dispatch";
import { group } from "./features/group";
import { orderSearch, orders } from "./features/orders";
import { quiet } from "./features/quiet";
import { staffOnly, welcome } from "./features/welcome";
import { staffRenderers } from "./messages/renderers";

/** Where kitchen, dispatchers and managers answer alerts and move orders along; buttons by role. */
export function staffProgram(deps: BotDeps): BotProgram {
  const asBot = createApi(deps.access, { botId: deps.identity.id });
  const bot = createBot(deps, [
    talk.middleware,
    manners("staff", asBot),
    language,
    welcome,
    staffOnly,
    group,
    quiet,
    alerts,
    orders,
    dispatch,
    couriers,
    cash,
    chat,
    orderSearch,
    lastResort,
  ]);
  return {
    bot,
    renderers: staffRenderers(deps.identity.username),
    commands: ["start", "language", "help", "cancel"],
  };
}
