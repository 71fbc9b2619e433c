import { InlineKeyboard } from "grammy";
import { distance, money, timeOfDay } from "#bots/kit/format";
import type { Outgoing } from "#bots/kit/outlet/outgoing";
import { escapeHtml, type Words, wordId } from "#bots/kit/words";
import type { OfferView } from "#shared/contracts/offer";
import { inLanguage } from "#shared/kernel/language";
import { courierButtons as buttons } from "./buttons";

/** From where to where, how far, what it pays, why this courier, and how long there is to answer. */
export function offerMessage(offer: OfferView, now: Date, words: Words): Outgoing {
  if (offer.status !== "live") return { as: "text", text: words.html(wordId("offer-status", offer.status)) };
  const { html, plain } = words;
  const seconds = Math.max(0, Math.round((Date.parse(offer.expiresAt) - now.getTime()) / 1_000));
  const text = [
    `<b>${html("offer-title", { pay: money(offer.payMinor, offer.currency, words) })}</b>`,
    ...offer.orders.flatMap((order) => orderLines(offer, order, words)),
    "",
    html("offer-distance", { metres: distance(offer.tripMetres, words) }),
    html(wordId("offer-why", offer.mode), { metres: distance(offer.pickupMetres, words) }),
    html("offer-seconds", { seconds: String(seconds) }),
  ].join("\n");
  const keyboard = new InlineKeyboard()
    .text(plain("button-accept"), buttons.accept.pack([offer.id]))
    .text(plain("button-decline"), buttons.decline.pack([offer.id]));
  return { as: "text", text, keyboard };
}

function orderLines({ currency }: OfferView, order: OfferView["orders"][number], words: Words): string[] {
  const { html, language } = words;
  const { lat, lng } = order.dropoffArea;
  const area = `<a href="https://www.google.com/maps/search/?api=1&amp;query=${lat},${lng}">${html("offer-area")}</a>`;
  return [
    "",
    `🍽 ${escapeHtml(inLanguage(order.branchName, language))}, ${escapeHtml(order.branchAddress)}`,
    `→ ${area} · ${html("order-promise", { time: timeOfDay(order.promisedAt, words) })}`,
    ...(order.cashToCollectMinor > 0
      ? [html("trip-cash", { amount: money(order.cashToCollectMinor, currency, words) })]
      : []),
  ];
}
