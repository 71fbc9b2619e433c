import { Composer, InlineKeyboard } from "grammy";
import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { money } from "#bots/kit/format";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { wordId } from "#bots/kit/words";
import { howToShare } from "./how-to-share";

/** Going to work and home again, the day so far, and the call for help. */
export const work = new Composer<BotContext>();
const feature = work.chatType("private");

feature.command("online", (ctx) => howToShare(ctx));
feature.command("break", (ctx) => takeBreak(ctx));
feature.command("offline", (ctx) => goOffline(ctx));
feature.command("today", (ctx) => showToday(ctx));
feature.command("panic", (ctx) => callForHelp(ctx));
onTap(work, buttons.goOnline, (ctx) => howToShare(ctx));
onTap(work, buttons.takeBreak, (ctx) => takeBreak(ctx));
onTap(work, buttons.goOffline, (ctx) => goOffline(ctx));
onTap(work, buttons.today, (ctx) => showToday(ctx));
onTap(work, buttons.panic, async (ctx) => {
  const keyboard = new InlineKeyboard().text(ctx.words.plain("button-panic-yes"), buttons.panicYes.pack());
  await say(ctx, ctx.words.html("panic-ask"), keyboard);
});
onTap(work, buttons.panicYes, (ctx) => callForHelp(ctx));

async function takeBreak(ctx: BotContext): Promise<void> {
  await ask(ctx.peyk.couriers.me["take-break"].post());
  await panel(ctx);
}

async function goOffline(ctx: BotContext): Promise<void> {
  await ask(ctx.peyk.couriers.me["go-offline"].post());
  await panel(ctx);
}

async function callForHelp(ctx: BotContext): Promise<void> {
  await ask(ctx.peyk.couriers.me.panic.post());
  await say(ctx, ctx.words.html("panic-called"));
}

async function showToday(ctx: BotContext): Promise<void> {
  const day = await ask(ctx.peyk.couriers.me.day.get());
  const amount = (minor: number) => money(minor, day.currency, ctx.words);
  const hours = (day.onlineSeconds / 3_600).toFixed(1);
  await say(
    ctx,
    ctx.words.html("today", {
      delivered: String(day.delivered),
      hours,
      earned: amount(day.earnedMinor),
      tips: amount(day.tipsMinor),
      guarantee: amount(day.guaranteeMinor),
      cash: amount(day.cashInHandMinor),
    }),
  );
}

/** How the courier stands, and what can be done from here. */
export async function panel(ctx: BotContext): Promise<void> {
  const { plain, html } = ctx.words;
  const me = await ask(ctx.peyk.couriers.me.get());
  const keyboard = new InlineKeyboard();
  if (me.state === "online") keyboard.text(plain("button-break"), buttons.takeBreak.pack());
  else keyboard.text(plain("button-go-online"), buttons.goOnline.pack());
  if (me.state !== "offline") keyboard.text(plain("button-go-offline"), buttons.goOffline.pack());
  keyboard.row().text(plain("button-today"), buttons.today.pack()).text(plain("button-panic"), buttons.panic.pack());
  keyboard.row().text(plain("button-write-shop"), buttons.writeShop.pack());
  const state = html(wordId("courier-panel", me.state));
  await show(ctx, [html("courier-hello", { name: me.firstName }), state].join("\n"), keyboard);
}
