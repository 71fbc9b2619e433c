import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { orderCard } from "#bots/customer/messages/order-card";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { cut, dayAndTime, money } from "#bots/kit/format";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { wordId } from "#bots/kit/words";
import { CancelReason } from "#shared/order/order-reasons";

/** My orders: look, cancel while it can be, order the same again. */
export const orders = new Composer<BotContext>();

orders.chatType("private").command("orders", (ctx) => listOrders(ctx));
onTap(orders, buttons.orders, (ctx) => listOrders(ctx));
onTap(orders, buttons.showOrder, (ctx, { ids: [id] }) => showOrder(ctx, id!));

onTap(orders, buttons.cancelOrder, async (ctx, { ids: [id] }) => {
  const keyboard = new InlineKeyboard();
  CancelReason.options.forEach((reason, index) => {
    keyboard
      .text(ctx.words.plain(wordId("cancel-reason", reason)), buttons.cancelBecause.pack([id!], String(index)))
      .row();
  });
  await say(ctx, ctx.words.html("cancel-ask"), keyboard);
});

onTap(orders, buttons.cancelBecause, async (ctx, { ids: [id], word }) => {
  const reason = CancelReason.options[Number(word)];
  if (!reason) return ctx.words.plain("button-old");
  const order = await ask(ctx.peyk.orders({ id: id! })({ action: "cancel" }).post({ reason }));
  await show(ctx, ctx.words.html("cancel-done", { code: order.code }));
});

onTap(orders, buttons.orderAgain, async (ctx, { ids: [id] }) => {
  const cart = await ask(ctx.peyk.orders({ id: id! }).again.post());
  const keyboard = new InlineKeyboard().text(ctx.words.plain("button-see-cart"), buttons.cart.pack());
  const gone = cart.lines.some(({ available }) => !available) || cart.lines.length === 0;
  await say(ctx, ctx.words.html(gone ? "again-partly" : "again-done"), keyboard);
});

async function listOrders(ctx: BotContext): Promise<void> {
  const { words } = ctx;
  const mine = await ask(ctx.peyk.orders.get({ query: { limit: 10 } }));
  const keyboard = new InlineKeyboard();
  for (const { id, code, status, totalMinor, currency, placedAt } of mine) {
    const label = `${code} · ${dayAndTime(placedAt, words)} · ${money(totalMinor, currency, words)} · ${words.plain(wordId("order-status", status))}`;
    keyboard.text(cut(label, 60), buttons.showOrder.pack([id])).row();
  }
  keyboard.text(words.plain("button-home"), buttons.home.pack());
  await show(ctx, words.html(mine.length > 0 ? "orders-mine" : "orders-none"), keyboard);
}

/** As it is now, in a message of its own; the card that follows the order is the ledger's. */
export async function showOrder(ctx: BotContext, id: string): Promise<void> {
  const [order, { eta }] = await Promise.all([
    ask(ctx.peyk.orders({ id }).get()),
    ask(ctx.peyk.orders({ id }).eta.get()),
  ]);
  const card = orderCard(order, ctx.words, eta, ctx.miniapp("track"));
  if (card.as === "text") await show(ctx, card.text, card.keyboard as InlineKeyboard);
}
