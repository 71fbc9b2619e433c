import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { say } from "#bots/kit/screen";
import type { BranchView } from "#shared/contracts/branch";
import { chosenAddress } from "./branches";
import { dishes } from "./menu";

const LONGEST = 60;
const BRANCHES_MAX = 5;
const DISHES_MAX = 6;

/** Free text is a search in the menu: of the branch whose cart is open, else of those that deliver. */
export const search = new Composer<BotContext>();

search.chatType("private").on("message:text", async (ctx) => {
  const q = ctx.message.text.trim();
  if (q.startsWith("/") || q.length < 2 || q.length > LONGEST)
    return void (await say(ctx, ctx.words.html("not-understood")));
  const keyboard = new InlineKeyboard();
  for (const branch of await branchesToSearch(ctx)) {
    const items = await ask(ctx.peyk.branches({ id: branch.id }).menu.search.get({ query: { q } }));
    const menu = { branchId: branch.id, currency: branch.currency };
    for (const row of dishes(menu, items.slice(0, DISHES_MAX), ctx.words).inline_keyboard) keyboard.row(...row);
  }
  const any = keyboard.inline_keyboard.flat().length > 0;
  if (!any) keyboard.text(ctx.words.plain("button-order"), buttons.order.pack());
  await say(ctx, ctx.words.html(any ? "search-found" : "search-nothing", { q }), keyboard);
});

async function branchesToSearch(ctx: BotContext): Promise<BranchView[]> {
  const [cart, address] = await Promise.all([ask(ctx.peyk.cart.get()), chosenAddress(ctx)]);
  const all = await ask(ctx.peyk.branches.get({ query: address ? { lat: address.lat, lng: address.lng } : {} }));
  const ofCart = all.filter(({ id }) => id === cart.branchId);
  const near = all.filter(({ delivery }) => !address || delivery).slice(0, BRANCHES_MAX);
  return ofCart.length > 0 ? ofCart : near;
}
