import { InlineKeyboard } from "grammy";
import { money } from "#bots/kit/format";
import { type Outgoing, type Renderers, viewOf } from "#bots/kit/outlet/outgoing";
import { type Words, wordId } from "#bots/kit/words";
import type { ChatCard } from "#shared/contracts/views";
import { courierButtons as buttons } from "./buttons";
import { offerMessage } from "./offer-message";
import { tripCard } from "./trip-card";

/** What the ledger can have for a courier, and how it reads. */
export const courierRenderers: Renderers<
  | "offer.made"
  | "offer.closed"
  | "trip.card"
  | "trip.ring"
  | "trip.changed"
  | "courier.nag"
  | "courier.tipped"
  | "courier.admitted"
  | "courier.settled"
  | "chat.to_courier"
> = {
  "offer.made": (claim, words) => {
    const view = viewOf(claim, "offer");
    return view && offerMessage(view.offer, new Date(claim.viewedAt), words);
  },
  "offer.closed": (claim, words) => text(words.html(wordId("offer-closed", claim.notification.status))),
  "trip.card": (claim, words) => {
    const view = viewOf(claim, "trip");
    return view && tripCard(view.trip, words);
  },
  "trip.ring": (claim, words) => {
    if (viewOf(claim, "trip")?.trip.status !== "active") return null;
    const keyboard = new InlineKeyboard().text(
      words.plain("button-seen"),
      buttons.seen.pack([claim.notification.tripId]),
    );
    return { as: "text", text: words.html("trip-ring"), keyboard };
  },
  "trip.changed": (claim, words) => {
    const view = viewOf(claim, "trip");
    const stop = view?.trip.stops.find(({ deliveryId }) => deliveryId === claim.notification.deliveryId);
    return text(words.html("trip-changed", { code: stop?.orderCode ?? "" }));
  },
  "courier.nag": (claim, words) => {
    const { step } = claim.notification;
    const said = text(words.html(wordId("nag", step)));
    if (step === "back") return said;
    return {
      ...said,
      keyboard: new InlineKeyboard().text(words.plain("button-how-to-share"), buttons.goOnline.pack()),
    };
  },
  "courier.tipped": (claim, words) => {
    const view = viewOf(claim, "order_brief");
    const amount = view && money(claim.notification.amountMinor, view.order.currency, words);
    return amount ? text(words.html("courier-tipped", { amount, code: view.order.code })) : null;
  },
  "courier.admitted": (claim, words) =>
    text(words.html(claim.notification.admitted ? "courier-admitted" : "courier-suspended")),
  "courier.settled": ({ notification: { handedIn, amountMinor, leftMinor, currency } }, words) =>
    text(
      words.html(handedIn ? "courier-handed-in" : "courier-paid-out", {
        amount: money(amountMinor, currency, words),
        left: money(leftMinor, currency, words),
      }),
    ),
  "chat.to_courier": (claim, words) => {
    const view = viewOf(claim, "chat");
    return view && relayed(view.message, words);
  },
};

const text = (html: string) => ({ as: "text", text: html }) as const;

/** By role and first name only: neither side learns a number or a username. */
function relayed(message: ChatCard, words: Words): Outgoing {
  const customer = message.from === "customer";
  const from = words.plain(customer ? "chat-from-customer" : "chat-from-shop", { name: message.firstName });
  const body = words.html("chat-relayed", { from, text: message.text ?? "" });
  const back = customer ? buttons.writeCustomer : buttons.writeShop;
  const keyboard = new InlineKeyboard().text(
    words.plain("button-answer"),
    back.pack(message.orderId ? [message.orderId] : []),
  );
  return message.mediaId
    ? { as: "media", mediaId: message.mediaId, text: body, keyboard }
    : { as: "text", text: body, keyboard };
}
