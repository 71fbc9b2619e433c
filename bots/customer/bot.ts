import { createApi } from "#bots/kit/api";
import { type BotDeps, createBot } from "#bots/kit/create-bot";
import { language } from "#bots/kit/features/language";
import { lastResort, manners } from "#bots/kit/features/manners";
import { miniappUrl } from "#bots/kit/miniapp-url";
import type { BotProgram } from "#bots/kit/start-bot";
import { talk } from "#bots/kit/talk";
import { askAddress } from "./conversations/address";
import { askNote } from "./conversations/note";
import { askPhone } from "./conversations/phone";
import { addresses } from "./features/addresses";
import { branches } from "./features/branches";
import { cart } from "./features/cart";
import { chat } from "./features/chat";
import { checkout } from "./features/checkout";
import { dish } from "./features/dish";
import { favourites } from "./features/favourites";
import { home } from "./features/home";
import { menu } from "./features/menu";
import { orders } from "./features/orders";
import { payments } from "./features/payments";
import { privacy } from "./features/privacy";
import { rating } from "./features/rating";
import { search } from "./features/search";
import { when } from "./features/when";
import { moveLivePins } from "./live-pins";
import { customerRenderers } from "./messages/renderers";

/** Where customers order, follow their order and rate it. */
export function customerProgram(deps: BotDeps): BotProgram {
  const asBot = createApi(deps.access, { botId: deps.identity.id });
  const bot = createBot(deps, [
    payments, // ahead of everything: Telegram waits ten seconds
    // Before all features, which begin them; they take messages, and let commands and taps pass.
    askAddress.middleware,
    askPhone.middleware,
    askNote.middleware,
    talk.middleware,
    manners("customer", asBot),
    language,
    home,
    addresses,
    branches,
    menu,
    dish,
    cart,
    checkout,
    when,
    orders,
    chat,
    favourites,
    privacy,
    rating(deps.config.PAYMENT_PROVIDER_TOKEN),
    search, // what nobody waits for is a search in the menu
    lastResort,
  ]);
  return {
    bot,
    renderers: customerRenderers(miniappUrl(deps, "track")),
    menu: "track",
    runBeside: () => moveLivePins(deps),
    commands: ["start", "cart", "orders", "addresses", "support", "language", "privacy", "help", "cancel"],
  };
}
