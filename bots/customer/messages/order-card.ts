import { InlineKeyboard } from "grammy";
import { dayAndTime, money, timeOfDay } from "#bots/kit/format";
import type { Outgoing } from "#bots/kit/outlet/outgoing";
import { escapeHtml, type Words, wordId } from "#bots/kit/words";
import type { EtaRange } from "#shared/contracts/eta";
import type { OrderView } from "#shared/contracts/order";
import { LIVE_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import { inLanguage } from "#shared/kernel/language";
import { TERMINAL_ORDER_STATUSES } from "#shared/order/order-status";
import { customerButtons as buttons } from "./buttons";

/**
 * The one message that follows an order from placed to delivered; edited in place as it moves.
 * @param page the tracking page of this bot, where it can be opened from a chat
 */
export const orderCard = (order: OrderView, words: Words, eta: EtaRange | null, page: string | null): Outgoing => ({
  as: "text",
  text: [...head(order, words, eta), "", ...lines(order, words), "", ...bill(order, words)].join("\n"),
  keyboard: keyboard(order, words, page),
});

function head(order: OrderView, words: Words, eta: EtaRange | null): string[] {
  const { html, language } = words;
  const { courier, pin } = order.delivery ?? {};
  const open = !order.closedAt;
  return [
    html("order-title", { code: order.code, branch: inLanguage(order.branch.name, language) }),
    `<b>${html(statusOf(order))}</b>`,
    ...(order.reason ? [reasonOf(order, words)] : []),
    ...(open && order.status !== "awaiting_payment" ? [whenOf(order, words, eta)] : []),
    ...(open && courier
      ? [html("order-courier", { name: courier.firstName, vehicle: words.plain(wordId("vehicle", courier.vehicle)) })]
      : []),
    ...(open && courier && pin ? [html("order-pin", { pin })] : []),
    ...(open && order.contact?.addressText ? [html("order-address", { address: order.contact.addressText })] : []),
  ];
}

/** The promise stands as it was given; when it is likely there moves with every event. */
function whenOf({ scheduledFor, promisedAt, status }: OrderView, words: Words, eta: EtaRange | null): string {
  if (scheduledFor && status !== "picked_up")
    return words.html("order-scheduled", { time: dayAndTime(scheduledFor, words) });
  const promise = timeOfDay(promisedAt, words);
  if (!eta) return words.html("order-promise", { time: promise });
  return words.html("order-eta", { from: timeOfDay(eta.from, words), to: timeOfDay(eta.to, words), promise });
}

/** Once a courier has it, how the delivery stands says more than how the order does. */
function statusOf({ status, delivery }: OrderView): string {
  if (delivery?.courier && !TERMINAL_ORDER_STATUSES.includes(status) && isUnderWay(delivery.status))
    return wordId("order-card-delivery", delivery.status);
  return wordId("order-card", status);
}

const isUnderWay = (status: string): boolean =>
  (LIVE_DELIVERY_STATUSES as readonly string[]).includes(status) && status !== "waiting" && status !== "offered";

const REASON_PREFIX: Partial<Record<OrderView["status"], string>> = {
  rejected: "reject-reason",
  failed: "fail-reason",
  returned: "fail-reason",
};

function reasonOf({ status, reason, timeline }: OrderView, { html }: Words): string {
  const called = timeline.some(({ action }) => action === "call_off");
  const prefix = REASON_PREFIX[status] ?? (called ? "call-off-reason" : "cancel-reason");
  return html("order-reason", { reason: html(wordId(prefix, reason ?? "other")) });
}

const lines = (order: OrderView, words: Words): string[] =>
  order.lines.map(({ name, quantity, modifiers, totalMinor }) => {
    const extras = modifiers.map((each) => inLanguage(each.name, words.language)).join(", ");
    const what = `${inLanguage(name, words.language)}${extras ? ` (${extras})` : ""}`;
    return `${quantity} × ${escapeHtml(what)} — ${money(totalMinor, order.currency, words)}`;
  });

function bill(order: OrderView, words: Words): string[] {
  const { html } = words;
  const amount = (minor: number) => money(minor, order.currency, words);
  return [
    ...(order.fulfilment === "delivery" ? [html("order-fee", { amount: amount(order.feeMinor) })] : []),
    html("order-total", {
      amount: amount(order.totalMinor),
      method: html(wordId("payment-method", order.paymentMethod)),
    }),
    ...(order.cashGivenMinor ? [html("order-change-from", { amount: amount(order.cashGivenMinor) })] : []),
  ];
}

function keyboard(order: OrderView, { plain }: Words, page: string | null): InlineKeyboard {
  const { id, delivery, status } = order;
  const board = new InlineKeyboard();
  if (page && order.closedAt === null) board.webApp(plain("button-track"), `${page}&order=${id}`).row();
  const here = delivery?.courier && isUnderWay(delivery.status);
  if (here) board.text(plain("button-write-courier"), buttons.writeCourier.pack([id])).row();
  board.text(plain("button-write-shop"), buttons.writeShop.pack([id])).row();
  if (order.actions.includes("cancel")) board.text(plain("button-cancel-order"), buttons.cancelOrder.pack([id])).row();
  if (status === "delivered") board.text(plain("button-rate"), buttons.rate.pack([id])).row();
  if (TERMINAL_ORDER_STATUSES.includes(status) || status === "failed")
    board.text(plain("button-order-again"), buttons.orderAgain.pack([id]));
  return board;
}
