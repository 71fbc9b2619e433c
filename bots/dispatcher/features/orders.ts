import { Composer, InlineKeyboard } from "grammy";
import { ANEW, staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { staffOrderCard } from "#bots/dispatcher/messages/order-card";
import { ask } from "#bots/kit/api";
import type { Button } from "#bots/kit/button";
import type { BotContext } from "#bots/kit/context";
import { cut, timeBeside } from "#bots/kit/format";
import { reasonAt, reasonKeyboard } from "#bots/kit/reasons";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { type Words, wordId } from "#bots/kit/words";
import type { OrderSummary } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { CallOffReason, RejectReason } from "#shared/order/order-reasons";
import type { OrderAction } from "#shared/order/order-status";

const MINUTES = [10, 15, 20, 30, 45, 60];

/** Orders of one's branches: look, confirm, reject, ready, call off; found by number or by the end of a phone. */
export const orders = new Composer<BotContext>();
const feature = orders.chatType("private");

feature.command("orders", (ctx) => listOpen(ctx));
onTap(orders, buttons.orders, (ctx) => listOpen(ctx));
onTap(orders, buttons.order, (ctx, { ids: [id], word }) => showOrder(ctx, id!, word === ANEW ? say : show));

onTap(orders, buttons.confirm, async (ctx, { ids: [id] }) => {
  const keyboard = new InlineKeyboard();
  MINUTES.forEach((minutes, index) => {
    keyboard.text(
      ctx.words.plain("button-minutes", { minutes: String(minutes) }),
      buttons.confirmIn.pack([id!], String(minutes)),
    );
    if (index % 3 === 2) keyboard.row();
  });
  await ctx.editMessageReplyMarkup({
    reply_markup: keyboard.text(ctx.words.plain("button-back"), buttons.order.pack([id!])),
  });
});
onTap(orders, buttons.confirmIn, (ctx, { ids: [id], word }) =>
  act(ctx, id!, "confirm", { readyInMinutes: Math.min(600, Number(word) || 0) }),
);

askWhy(buttons.reject, buttons.rejectBecause, RejectReason.options, "reject-reason", "reject");
askWhy(buttons.callOff, buttons.callOffBecause, CallOffReason.options, "call-off-reason", "call_off");
onTap(orders, buttons.prepare, (ctx, { ids: [id] }) => act(ctx, id!, "start_preparing"));
onTap(orders, buttons.ready, (ctx, { ids: [id] }) => act(ctx, id!, "mark_ready"));
onTap(orders, buttons.collect, (ctx, { ids: [id] }) => act(ctx, id!, "collect"));
onTap(orders, buttons.returned, (ctx, { ids: [id] }) => act(ctx, id!, "return"));

/** An action that needs a reason: first the reasons, then the deed. */
function askWhy(first: Button, second: Button, reasons: readonly string[], prefix: string, action: OrderAction): void {
  onTap(orders, first, async (ctx, { ids: [id] }) => {
    const keyboard = reasonKeyboard(reasons, prefix, second, id!, ctx.words);
    await ctx.editMessageReplyMarkup({
      reply_markup: keyboard.text(ctx.words.plain("button-back"), buttons.order.pack([id!])),
    });
  });
  onTap(orders, second, async (ctx, { ids: [id], word }) => {
    const reason = reasonAt(reasons, word);
    return reason ? act(ctx, id!, action, { reason }) : ctx.words.plain("button-old");
  });
}

type ActionBody = { reason?: string; readyInMinutes?: number };

async function act(ctx: BotContext, id: Id, action: OrderAction, body: ActionBody = {}): Promise<string> {
  const order = await ask(ctx.peyk.orders({ id })({ action }).post(body));
  await showOrder(ctx, id);
  return ctx.words.plain(wordId("order-status", order.status));
}

export async function showOrder(ctx: BotContext, id: Id, put: typeof say | typeof show = show): Promise<void> {
  const card = staffOrderCard(await ask(ctx.peyk.orders({ id }).get()), ctx.person.roles, ctx.words);
  await put(ctx, card.text, card.keyboard as InlineKeyboard);
}

async function listOpen(ctx: BotContext): Promise<void> {
  await list(ctx, await ask(ctx.peyk.orders.open.get({ query: {} })), "staff-orders", "staff-orders-none");
}

async function list(ctx: BotContext, found: readonly OrderSummary[], title: string, none: string): Promise<void> {
  const keyboard = new InlineKeyboard();
  for (const order of found.slice(0, 40))
    keyboard.text(cut(label(order, ctx.words), 60), buttons.order.pack([order.id])).row();
  keyboard.text(ctx.words.plain("button-home"), buttons.home.pack());
  await show(ctx, ctx.words.html(found.length > 0 ? title : none), keyboard);
}

const label = (order: OrderSummary, words: Words): string =>
  `${order.code} · ${timeBeside(order.promisedAt, order.placedAt, words)} · ${words.plain(wordId("order-status", order.status))}`;

/** What somebody types: an order's number, or the last digits of a phone. */
export const orderSearch = new Composer<BotContext>();
orderSearch.chatType("private").on("message:text", async (ctx, next) => {
  const q = ctx.message.text.replaceAll(/[\s#+-]/g, "");
  if (!/^[\p{L}\d]{3,15}$/u.test(q)) return next();
  const found = await ask(ctx.peyk.orders.search.get({ query: { q } }));
  if (found.length === 1) return showOrder(ctx, found[0]!.id);
  if (found.length === 0) return void (await say(ctx, ctx.words.html("staff-search-nothing", { q })));
  await list(ctx, found, "staff-search-found", "staff-orders-none");
});
