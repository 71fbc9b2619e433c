import { Composer, InlineKeyboard } from "grammy";
import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { wordId } from "#bots/kit/words";
import { Vehicle } from "#shared/kernel/vehicle";
import { panel } from "./work";

/** `/start`, alone or by an invitation; a stranger is told how to get in. */
export const welcome = new Composer<BotContext>();
const feature = welcome.chatType("private");

feature.command("start", async (ctx) => {
  await ctx.conversation.exitAll();
  if (/^join_[\w-]{22}$/.test(ctx.match)) {
    await ask(ctx.peyk.members.join.post({ code: ctx.match }));
    return void (await askVehicle(ctx, "courier-invited"));
  }
  if (!ctx.person.courierId) return void (await askVehicle(ctx, "courier-stranger"));
  if (!ctx.person.roles.includes("courier")) return void (await say(ctx, ctx.words.html("courier-waits")));
  await panel(ctx);
});

onTap(welcome, buttons.apply, async (ctx, { word }) => {
  const vehicle = Vehicle.safeParse(word);
  if (!vehicle.success) return ctx.words.plain("button-old");
  const courier = await ask(ctx.peyk.couriers.post({ vehicle: vehicle.data }));
  if (courier.status === "active") return panel(ctx);
  await show(ctx, ctx.words.html("courier-waits"));
});

async function askVehicle(ctx: BotContext, id: string): Promise<void> {
  const keyboard = new InlineKeyboard();
  for (const vehicle of Vehicle.options)
    keyboard.text(ctx.words.plain(wordId("vehicle", vehicle)), buttons.apply.pack([], vehicle)).row();
  await say(ctx, ctx.words.html(id, { name: ctx.person.firstName }), keyboard);
}

/** Whoever is no courier here gets no further than this. */
export const couriersOnly = new Composer<BotContext>();
couriersOnly.use(async (ctx, next) => {
  if (ctx.person.roles.includes("courier")) return next();
  const text = ctx.words.plain(ctx.person.courierId ? "courier-waits" : "courier-stranger-short");
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text, show_alert: true });
  else if (ctx.message) await ctx.reply(text);
});
