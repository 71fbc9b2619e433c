import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ApiRefusal } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { chooseLanguage } from "#bots/kit/features/language";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { Words } from "#bots/kit/words";
import { fromShortId } from "#shared/kernel/ids";
import { showMenu } from "./menu";
import { showOrder } from "./orders";

/** `/start`, alone or by a link to a branch (`b-…`) or an order (`o-…`). A link is a pointer, never a right. */
export const home = new Composer<BotContext>();

home.chatType("private").command("start", async (ctx) => {
  await ctx.conversation.exitAll();
  const link = /^([bo])-([\w-]{22})$/.exec(ctx.match);
  const id = link && fromShortId(link[2]!);
  if (!ctx.match) return void (await greet(ctx));
  if (!id || !(await open(ctx, link[1]!, id))) await say(ctx, ctx.words.html("link-wrong"), menuOf(ctx.words));
});

onTap(home, buttons.home, async (ctx) => void (await show(ctx, greeting(ctx), menuOf(ctx.words))));

/** @returns whether there was something behind the link for this person */
async function open(ctx: BotContext, kind: string, id: string): Promise<boolean> {
  try {
    await (kind === "b" ? showMenu(ctx, id) : showOrder(ctx, id));
    return true;
  } catch (error) {
    if (error instanceof ApiRefusal && error.code.endsWith(".not_found")) return false;
    throw error;
  }
}

const greet = (ctx: BotContext) => say(ctx, greeting(ctx), menuOf(ctx.words));

const greeting = ({ words, person }: BotContext): string =>
  words.html("customer-greeting", { name: person.firstName, shop: person.organisationName });

const menuOf = ({ plain }: Words): InlineKeyboard =>
  new InlineKeyboard()
    .text(plain("button-order"), buttons.order.pack())
    .row()
    .text(plain("button-my-orders"), buttons.orders.pack())
    .text(plain("button-my-addresses"), buttons.addresses.pack())
    .row()
    .text(plain("button-favourites"), buttons.favourites.pack())
    .text(plain("button-write-shop"), buttons.writeShop.pack())
    .row()
    .text(plain("button-language"), chooseLanguage.pack());
