import { Composer } from "grammy";
import type { PreCheckoutQuery, SuccessfulPayment } from "grammy/types";
import { ApiRefusal, ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { problemSentence } from "#bots/kit/problem";
import { say } from "#bots/kit/screen";
import type { OrderView } from "#shared/contracts/order";
import { Currency } from "#shared/kernel/money";
import { orderPayload, tipPayload } from "#shared/money/invoice-payload";

/** Paying an invoice. Telegram waits ten seconds for the answer to "may I?", so nothing stands before this. */
export const payments = new Composer<BotContext>();

payments.on("pre_checkout_query", async (ctx) => {
  const problem = await whyNot(ctx, ctx.preCheckoutQuery);
  if (problem) await ctx.answerPreCheckoutQuery(false, problem);
  else await ctx.answerPreCheckoutQuery(true);
});

/** Reported as often as Telegram says it: the provider's number makes it one payment. */
payments.on("message:successful_payment", async (ctx) => {
  const payment = ctx.message.successful_payment;
  const [order, tip] = [orderPayload.read(payment.invoice_payload), tipPayload.read(payment.invoice_payload)];
  if (order) await ask(ctx.peyk.orders({ id: order }).payment.post(paid(payment)));
  if (!tip) return;
  await ask(ctx.peyk.orders({ id: tip }).tip.post(paid(payment)));
  await say(ctx, ctx.words.html("tip-thanks"));
});

const paid = (payment: SuccessfulPayment) => ({
  providerChargeId: payment.provider_payment_charge_id,
  telegramChargeId: payment.telegram_payment_charge_id,
  amountMinor: payment.total_amount,
  currency: Currency.parse(payment.currency),
});

/** An invoice outlives its order, and its payload may be made up: money is only taken for what still waits for it. */
async function whyNot(ctx: BotContext, query: PreCheckoutQuery): Promise<string | null> {
  const closed = ctx.words.plain("invoice-closed");
  const orderId = orderPayload.read(query.invoice_payload) ?? tipPayload.read(query.invoice_payload);
  if (!orderId) return closed;
  try {
    const order = await ask(ctx.peyk.orders({ id: orderId }).get());
    return isOpen(order, query) ? null : closed;
  } catch (error) {
    return error instanceof ApiRefusal ? problemSentence(error, ctx.words) : ctx.words.plain("refusal-unknown");
  }
}

function isOpen(order: OrderView, { invoice_payload, total_amount, currency }: PreCheckoutQuery): boolean {
  if (order.currency !== currency) return false;
  if (tipPayload.read(invoice_payload)) return order.status === "delivered";
  return order.status === "awaiting_payment" && order.totalMinor === total_amount;
}
