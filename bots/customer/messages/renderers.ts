import { InlineKeyboard } from "grammy";
import { money } from "#bots/kit/format";
import { type Outgoing, type Renderers, viewOf } from "#bots/kit/outlet/outgoing";
import { type Words, wordId } from "#bots/kit/words";
import type { OrderView } from "#shared/contracts/order";
import type { ChatCard } from "#shared/contracts/views";
import { orderPayload } from "#shared/money/invoice-payload";
import { customerButtons as buttons } from "./buttons";
import { orderCard } from "./order-card";

type ForCustomers =
  | "order.card"
  | "order.news"
  | "order.invoice"
  | "order.refunded"
  | "rating.ask"
  | "chat.to_customer";

/**
 * What the ledger can have for a customer, and how it reads.
 * @param page the tracking page of this bot, where it can be opened from a chat
 */
export const customerRenderers = (page: string | null): Renderers<ForCustomers> => ({
  "order.card": (claim, words) => {
    const view = viewOf(claim, "order");
    return view && orderCard(view.order, words, view.eta, page);
  },
  "order.news": (claim, words) => {
    const code = codeOf(claim);
    return code ? text(words.html(wordId("order-news", claim.notification.news), { code })) : null;
  },
  "order.invoice": (claim, words) => {
    const view = viewOf(claim, "order");
    return view?.order.status === "awaiting_payment" ? invoice(view.order, words) : null;
  },
  "order.refunded": (claim, words) => {
    const order = viewOf(claim, "order_brief")?.order ?? viewOf(claim, "order")?.order;
    if (!order) return null;
    const amount = money(claim.notification.amountMinor, order.currency, words);
    return text(words.html("order-refunded", { code: order.code, amount }));
  },
  "rating.ask": (claim, words) => {
    const code = codeOf(claim);
    const { orderId } = claim.notification;
    return code ? { ...text(words.html("rating-ask", { code })), keyboard: starsFor(orderId, "food") } : null;
  },
  "chat.to_customer": (claim, words) => {
    const view = viewOf(claim, "chat");
    return view && relayed(view.message, words);
  },
});

const text = (html: string) => ({ as: "text", text: html }) as const;

const codeOf = (claim: Parameters<typeof viewOf>[0]): string | undefined =>
  viewOf(claim, "order_brief")?.order.code ?? viewOf(claim, "order")?.order.code;

/** Five buttons in a row; the word names what is rated. */
export const starsFor = (orderId: string, about: "food" | "courier"): InlineKeyboard =>
  [1, 2, 3, 4, 5].reduce(
    (keyboard, stars) => keyboard.text(`${stars} ⭐`, buttons.stars.pack([orderId], `${about}-${stars}`)),
    new InlineKeyboard(),
  );

function invoice(order: OrderView, { plain }: Words): Outgoing {
  const title = plain("invoice-title", { code: order.code });
  const prices = [{ label: title, amount: order.totalMinor }];
  const description = plain("invoice-description", { count: String(order.lines.length) });
  return { as: "invoice", title, description, payload: orderPayload.pack(order.id), currency: order.currency, prices };
}

/** By role and first name only: neither side learns a number or a username. */
function relayed(message: ChatCard, words: Words): Outgoing {
  const from = words.plain(wordId("chat-from", message.from === "courier" ? "courier" : "shop"), {
    name: message.firstName,
  });
  const body = words.html("chat-relayed", { from, text: message.text ?? "" });
  const back = message.from === "courier" ? buttons.writeCourier : buttons.writeShop;
  const keyboard = new InlineKeyboard().text(
    words.plain("button-answer"),
    back.pack(message.orderId ? [message.orderId] : []),
  );
  if (message.mediaId) return { as: "media", mediaId: message.mediaId, text: body, keyboard };
  return { as: "text", text: body, keyboard };
}
