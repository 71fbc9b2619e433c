import { InlineKeyboard } from "grammy";
import { dayAndTime, money, timeOfDay } from "#bots/kit/format";
import { escapeHtml, type Words, wordId } from "#bots/kit/words";
import type { AddressView } from "#shared/contracts/address";
import type { BranchView } from "#shared/contracts/branch";
import type { QuoteView } from "#shared/contracts/quote";
import { inLanguage } from "#shared/kernel/language";
import { CUSTOMARY_SUMS, minorOf } from "#shared/money/customary-sums";
import type { PaymentMethod } from "#shared/money/payment";
import { customerButtons as buttons } from "./buttons";

export type CheckoutCard = {
  quote: QuoteView;
  branch: BranchView;
  /** Null: the customer collects it. */
  address: AddressView | null;
  method: PaymentMethod;
  note: string | undefined;
};

/** `warning` is plain text: what has changed since the customer looked last. */
export function checkoutText(
  { quote, branch, address, method, note }: CheckoutCard,
  words: Words,
  warning?: string,
): string {
  const { html, language } = words;
  const amount = (minor: number) => money(minor, quote.currency, words);
  return [
    ...(warning ? [`⚠️ ${escapeHtml(warning)}`, ""] : []),
    html("checkout-title", { branch: inLanguage(branch.name, language) }),
    html(address ? "checkout-to" : "checkout-collect", { address: address?.text ?? branch.addressText }),
    ...(address?.landmark ? [html("checkout-landmark", { landmark: address.landmark })] : []),
    ...(note ? [html("checkout-note", { note })] : []),
    "",
    html("cart-subtotal", { amount: amount(quote.subtotalMinor) }),
    ...(address ? [html("order-fee", { amount: amount(quote.feeMinor) })] : []),
    html("order-total", { amount: amount(quote.totalMinor), method: html(wordId("payment-method", method)) }),
    ...(quote.changeMinor ? [html("checkout-change", { amount: amount(quote.changeMinor) })] : []),
    whenOf(quote, words),
  ].join("\n");
}

function whenOf({ scheduledFor, arrivesFrom, promisedAt }: QuoteView, words: Words): string {
  if (scheduledFor) return words.html("order-scheduled", { time: dayAndTime(scheduledFor, words) });
  const to = timeOfDay(promisedAt, words);
  if (!arrivesFrom) return words.html("order-promise", { time: to });
  return words.html("checkout-arrival", { from: timeOfDay(arrivesFrom, words), to });
}

export function checkoutKeyboard({ quote, branch, method }: CheckoutCard, words: Words): InlineKeyboard {
  const { plain } = words;
  const tick = (chosen: boolean, id: string) => `${chosen ? "✅ " : ""}${plain(id)}`;
  const board = new InlineKeyboard();
  if (branch.takesCash) board.text(tick(method === "cash", "payment-method-cash"), buttons.payCash.pack());
  if (branch.takesInvoice) board.text(tick(method === "invoice", "payment-method-invoice"), buttons.payInvoice.pack());
  board.row();
  if (method === "cash") {
    for (const note of notesAbove(quote.totalMinor, quote.currency))
      board.text(
        plain("button-change-from", { amount: money(note, quote.currency, words) }),
        buttons.changeFrom.pack([], String(note)),
      );
    board.row();
  }
  return board
    .text(plain("button-when"), buttons.when.pack())
    .row()
    .text(plain("button-note"), buttons.note.pack())
    .text(plain("button-change-address"), buttons.order.pack())
    .row()
    .text(plain("button-confirm", { amount: money(quote.totalMinor, quote.currency, words) }), buttons.confirm.pack())
    .row()
    .text(plain("button-back-to-cart"), buttons.cart.pack());
}

/** When there is no quote: what may be mended. */
export const repairKeyboard = ({ plain }: Words): InlineKeyboard =>
  new InlineKeyboard()
    .text(plain("button-when"), buttons.when.pack())
    .row()
    .text(plain("button-back-to-cart"), buttons.cart.pack())
    .text(plain("button-change-address"), buttons.order.pack());

/** Sums that people hold in their hands: the next ones above the total that notes make, at most three. */
function notesAbove(totalMinor: number, currency: QuoteView["currency"]): number[] {
  const notes = CUSTOMARY_SUMS[currency].notes.map((whole) => minorOf(whole, currency));
  const steps = notes.map((note) => Math.ceil(totalMinor / note) * note);
  return [...new Set(steps)].filter((note) => note > totalMinor).slice(0, 3);
}
