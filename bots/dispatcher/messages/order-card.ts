import { InlineKeyboard } from "grammy";
import { dayAndTime, money, timeBeside } from "#bots/kit/format";
import type { Outgoing } from "#bots/kit/outlet/outgoing";
import { escapeHtml, type Words, wordId } from "#bots/kit/words";
import type { OrderView } from "#shared/contracts/order";
import { ON_BOARD_DELIVERY_STATUSES, TERMINAL_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import { inLanguage } from "#shared/kernel/language";
import type { Role } from "#shared/kernel/role";
import type { OrderAction } from "#shared/order/order-status";
import { staffButtons as buttons } from "./buttons";

/** An order as kitchen and dispatchers work on it: what is in it, where it goes, and every tap that is open now. */
export const staffOrderCard = (
  order: OrderView,
  roles: readonly Role[],
  words: Words,
): Extract<Outgoing, { as: "text" }> => ({
  as: "text",
  text: [...head(order, words), "", ...lines(order, words), "", ...door(order, words)].join("\n"),
  keyboard: keyboard(order, roles, words),
});

function head(order: OrderView, words: Words): string[] {
  const { html, language } = words;
  const { delivery, placedAt, promisedAt } = order;
  return [
    html("order-title", { code: order.code, branch: inLanguage(order.branch.name, language) }),
    `<b>${html(wordId("order-status", order.status))}</b>`,
    ...(order.scheduledFor ? [html("order-scheduled", { time: dayAndTime(order.scheduledFor, words) })] : []),
    html("staff-times", {
      placed: timeBeside(placedAt, promisedAt, words),
      promised: timeBeside(promisedAt, placedAt, words),
    }),
    ...(delivery ? [html(wordId("delivery-status", delivery.status))] : []),
    ...(delivery?.courier ? [html("staff-courier", { name: delivery.courier.firstName })] : []),
  ];
}

const lines = (order: OrderView, { language }: Words): string[] =>
  order.lines.map(({ name, quantity, modifiers }) => {
    const extras = modifiers.map((each) => inLanguage(each.name, language)).join(", ");
    return `<b>${quantity} ×</b> ${escapeHtml(inLanguage(name, language))}${extras ? ` (${escapeHtml(extras)})` : ""}`;
  });

function door(order: OrderView, words: Words): string[] {
  const { html } = words;
  const { contact } = order;
  const amount = money(order.totalMinor, order.currency, words);
  return [
    html("order-total", { amount, method: html(wordId("payment-method", order.paymentMethod)) }),
    html(wordId("fulfilment", order.fulfilment)),
    ...(contact?.addressText ? [`📍 ${escapeHtml(contact.addressText)}`] : []),
    ...(contact?.landmark ? [html("checkout-landmark", { landmark: contact.landmark })] : []),
    ...(contact?.note ? [html("checkout-note", { note: contact.note })] : []),
    ...(contact?.name ? [html("staff-customer", { name: contact.name, phone: contact.phone ?? "" })] : []),
  ];
}

const BUTTON_OF: Readonly<Partial<Record<OrderAction, keyof typeof buttons>>> = {
  confirm: "confirm",
  reject: "reject",
  start_preparing: "prepare",
  mark_ready: "ready",
  collect: "collect",
  return: "returned",
  call_off: "callOff",
};

const DISPATCH: readonly Role[] = ["dispatcher", "manager", "owner"];

function keyboard(order: OrderView, roles: readonly Role[], { plain }: Words): InlineKeyboard {
  const board = new InlineKeyboard();
  for (const action of order.actions) {
    const name = BUTTON_OF[action];
    if (name) board.text(plain(wordId("staff-action", action)), buttons[name].pack([order.id])).row();
  }
  if (roles.some((role) => DISPATCH.includes(role))) steer(order, board, plain);
  return board.text(plain("button-refresh"), buttons.order.pack([order.id]));
}

/** What dispatchers may do with its delivery. The API has the last word; here is what makes sense to offer. */
function steer({ id, delivery }: OrderView, board: InlineKeyboard, plain: Words["plain"]): void {
  if (delivery && !TERMINAL_DELIVERY_STATUSES.includes(delivery.status)) {
    const onBoard = (ON_BOARD_DELIVERY_STATUSES as readonly string[]).includes(delivery.status);
    board.text(plain(delivery.courier ? "button-reassign" : "button-assign"), buttons.candidates.pack([delivery.id]));
    if (!delivery.courier) board.text(plain("button-broadcast"), buttons.broadcast.pack([delivery.id]));
    if (delivery.courier && !onBoard) board.text(plain("button-release"), buttons.release.pack([delivery.id]));
    board.row();
    if (delivery.courier) board.text(plain("button-write-courier"), buttons.writeCourier.pack([id]));
  }
  board.text(plain("button-write-customer"), buttons.writeCustomer.pack([id])).row();
}
