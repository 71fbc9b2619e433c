import { z } from "zod";
import { type Bill, totalMinor } from "../../world/bill";
import { price } from "../../world/price";
import { isInline } from "../../world/reply-markup";
import type { Content } from "../../world/state";
import { badRequest } from "../api-error";
import type { Call, Methods } from "../call";
import { readReplyMarkup } from "../reply-markup";
import { send } from "../send";
import { writableChat } from "../target";

const Prices = z.array(z.object({ label: z.string().min(1), amount: z.int() }));
const Tips = z.array(z.int().positive()).max(4);
/** As BotFather gives them out; `local:` names a provider that exists only here. */
const PROVIDER_TOKEN = /^(\d+:(TEST|LIVE)|local):\S+$/;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

export const payments: Methods = {
  sendInvoice: (call) => {
    const chat = writableChat(call);
    const markup = readReplyMarkup(call.params, chat);
    if (markup && isInline(markup)) demandPayFirst(markup.inline_keyboard);
    const bill = readBill(call);
    const total = price(totalMinor(bill.prices), bill.currency);
    const withPay = markup ?? { inline_keyboard: [[{ text: `Pay ${total}`, pay: true as const }]] };
    // Before the message: whoever sees it asks at once how the bill stands.
    call.world.state.bills.set(bill.id, bill);
    return send(call, { content: invoiceOf(bill), billId: bill.id, markup: withPay });
  },

  createInvoiceLink: (call) => {
    const bill = readBill(call);
    call.world.state.bills.set(bill.id, bill);
    return `https://t.me/$${bill.id}`;
  },
};

type Rows = readonly (readonly object[])[];
function demandPayFirst(rows: Rows): void {
  const first = rows[0]?.[0];
  if (!first || !("pay" in first)) throw badRequest("the first button of an invoice must be a pay button");
}

const invoiceOf = (bill: Bill): Content => ({
  invoice: {
    title: bill.title,
    description: bill.description,
    start_parameter: bill.startParameter,
    currency: bill.currency,
    total_amount: totalMinor(bill.prices),
  },
});

/** @throws ApiError 400 in the codes of Telegram's payments */
function readBill({ world, bot, params }: Call): Bill {
  const title = params.text("title") ?? "";
  const description = params.text("description") ?? "";
  const payload = params.text("payload") ?? "";
  const currency = params.text("currency") ?? "";
  const prices = params.json("prices", Prices, "prices") ?? [];
  if (title === "" || title.length > 32) throw badRequest("INVOICE_TITLE_INVALID");
  if (description === "" || description.length > 255) throw badRequest("INVOICE_DESCRIPTION_INVALID");
  if (payload === "" || bytesOf(payload) > 128) throw badRequest("INVOICE_PAYLOAD_INVALID");
  if (!/^[A-Z]{3}$/.test(currency)) throw badRequest("CURRENCY_INVALID");
  if (currency !== "XTR" && !PROVIDER_TOKEN.test(params.text("provider_token") ?? ""))
    throw badRequest("PAYMENT_PROVIDER_INVALID");
  if (totalMinor(prices) <= 0) throw badRequest("CURRENCY_TOTAL_AMOUNT_INVALID");
  return {
    id: world.secret(20),
    bot: bot.id,
    title,
    description,
    payload,
    currency,
    prices,
    startParameter: params.text("start_parameter") ?? "",
    photoUrl: params.text("photo_url"),
    maxTipMinor: params.int("max_tip_amount") ?? 0,
    suggestedTipsMinor: params.json("suggested_tip_amounts", Tips, "suggested tip amounts") ?? [],
    needs: {
      name: params.flag("need_name"),
      phone: params.flag("need_phone_number"),
      email: params.flag("need_email"),
      shippingAddress: params.flag("need_shipping_address"),
    },
    isFlexible: params.flag("is_flexible"),
  };
}
