import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { askUnless } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";

/** "Delete my data", with what the law makes us keep said before. */
export const privacy = new Composer<BotContext>();

privacy.chatType("private").command("privacy", async (ctx) => {
  const { plain, html } = ctx.words;
  const keyboard = new InlineKeyboard()
    .text(plain("button-erase"), buttons.eraseMeYes.pack())
    .row()
    .text(plain("button-keep"), buttons.home.pack());
  await say(ctx, html("erase-ask"), keyboard);
});

onTap(privacy, buttons.eraseMeYes, async (ctx) => {
  const erased = await askUnless("order.action_not_allowed", ctx.peyk.me.data.delete());
  if (!erased) return void (await show(ctx, ctx.words.html("erase-order-open")));
  ctx.session = {};
  await show(ctx, ctx.words.html("erase-done"));
});
