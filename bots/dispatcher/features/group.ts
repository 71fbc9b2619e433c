import { Composer } from "grammy";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";

/** `/connect` in a group of the staff: alerts ring there as well, and whoever taps has taken it. */
export const group = new Composer<BotContext>();

group.chatType(["group", "supergroup"]).command("connect", async (ctx) => {
  await ask(ctx.peyk.me.groups.post({ chatId: ctx.chat.id, title: ctx.chat.title }));
  await ctx.reply(ctx.words.plain("group-connected"));
});
