import { Composer } from "grammy";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { say } from "#bots/kit/screen";
import type { BotKind } from "#shared/kernel/role";

/** `/help` and `/cancel`, and an ear for people who block the bot or let it in again. */
export function manners(kind: BotKind, asBot: BotContext["peyk"]): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const inPrivate = feature.chatType("private");

  inPrivate.command("help", (ctx) => say(ctx, ctx.words.html(`help-${kind}`)));

  inPrivate.command("cancel", async (ctx) => {
    await ctx.conversation.exitAll();
    await ctx.reply(ctx.words.plain("cancelled"), { reply_markup: { remove_keyboard: true } });
  });

  inPrivate.on("my_chat_member", async (ctx) => {
    const blocked = ctx.myChatMember.new_chat_member.status === "kicked";
    // Whoever unblocks is met by the middleware already.
    if (blocked) await ask(asBot.people.unreachable.post({ telegramId: ctx.from.id, reason: "blocked" }));
  });
  return feature;
}

/** The last of all features: whatever nobody understood gets a plain answer. */
export const lastResort = new Composer<BotContext>();
lastResort.on("callback_query", (ctx) => ctx.answerCallbackQuery({ text: ctx.words.plain("button-old") }));
lastResort.chatType("private").on("message", (ctx) => say(ctx, ctx.words.html("not-understood")));
