import { Composer } from "grammy";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";

/**
 * `/connect` in a group of the staff: alerts ring there as well, and whoever taps has taken it. Nothing else is answered
 * there: what shows names or doors leads to the private chat.
 */
export const group = new Composer<BotContext>();
const feature = group.chatType(["group", "supergroup"]);

feature.command("connect", async (ctx) => {
  await ask(ctx.peyk.me.groups.post({ chatId: ctx.chat.id, title: ctx.chat.title }));
  await ctx.reply(ctx.words.plain("group-connected"));
});

feature.on("callback_query:data", async (ctx, next) => {
  if (buttons.take.pattern.test(ctx.callbackQuery.data)) return next();
  await ctx.answerCallbackQuery({ url: `https://t.me/${ctx.me.username}?start=desk` });
});
feature.command(["orders", "couriers", "shift", "quiet", "invite"], async (ctx) => {
  const url = `https://t.me/${ctx.me.username}?start=desk`;
  await ctx.reply(ctx.words.plain("group-private"), {
    reply_markup: { inline_keyboard: [[{ text: ctx.words.plain("button-open-private"), url }]] },
  });
});
