import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { dayOf, timeOfDay } from "#bots/kit/format";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { Words } from "#bots/kit/words";
import { showCheckout, wanted } from "./checkout";

const MINUTE_MS = 60_000;
const PER_ROW = 4;

/** When it shall come: as soon as possible, or at a half hour at which the kitchen can. */
export const when = new Composer<BotContext>();

onTap(when, buttons.when, async (ctx, { word }) => {
  const what = await wanted(ctx);
  if (!what) return ctx.words.plain("button-old");
  const { times } = await ask(ctx.peyk.quotes.times.post({ ...what.request, scheduledFor: null }));
  const days = [...Map.groupBy(times, (time) => dayOf(time, ctx.words)).values()];
  const shown = days[Number(word)] ?? days[0] ?? [];
  await show(ctx, ctx.words.html(times.length > 0 ? "when-ask" : "when-none"), keyboard(days, shown, ctx.words));
});

onTap(when, buttons.whenAt, async (ctx, { word }) => {
  if (word !== "asap" && !/^\d{8}$/.test(word)) return ctx.words.plain("button-old");
  const { scheduledFor: _, ...chosen } = ctx.session.checkout ?? {};
  const time = word === "asap" ? {} : { scheduledFor: new Date(Number(word) * MINUTE_MS).toISOString() };
  ctx.session.checkout = { ...chosen, ...time };
  await showCheckout(ctx); // a time that has passed meanwhile is refused there, and another can be chosen
});

function keyboard(days: readonly string[][], shown: readonly string[], words: Words): InlineKeyboard {
  const board = new InlineKeyboard().text(words.plain("button-asap"), buttons.whenAt.pack([], "asap")).row();
  shown.forEach((time, index) => {
    board.text(timeOfDay(time, words), buttons.whenAt.pack([], String(Date.parse(time) / MINUTE_MS)));
    if (index % PER_ROW === PER_ROW - 1) board.row();
  });
  board.row();
  days.forEach((times, index) => {
    if (times !== shown) board.text(`📅 ${dayOf(times[0]!, words)}`, buttons.when.pack([], String(index)));
  });
  return board.row().text(words.plain("button-back"), buttons.checkout.pack());
}
