import type { Update } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PhoneChat } from "../client/phone-chat";
import { startTelegram, type Telegram } from "../start-telegram";
import { type RawBot, rawBot } from "../testing/raw-bot";

let telegram: Telegram;
let bot: RawBot;
let chat: PhoneChat;
let invoice: Record<string, unknown>;
beforeAll(async () => {
  telegram = await startTelegram({ limits: "off", timeouts: { checkoutMs: 500 } });
  bot = rawBot(telegram);
  const alice = await telegram.client.person({ firstName: "Alice" });
  chat = await alice.open(bot.username);
  await chat.start();
  invoice = {
    chat_id: alice.id,
    title: "Order 12",
    description: "Plov, two portions",
    payload: "order-12",
    provider_token: "284685063:TEST:abc",
    currency: "UZS",
    prices: [{ label: "Plov", amount: 4_500_000 }],
  };
});
afterAll(() => telegram.stop());

const address = {
  country_code: "UZ",
  state: "",
  city: "Toshkent",
  street_line1: "Amir Temur 1",
  street_line2: "",
  post_code: "100000",
};
const next = async <K extends keyof Update>(kind: K) => {
  await expect.poll(async () => (await bot.updates({ offset: -1 }))[0]?.[kind]).toBeDefined();
  return (await bot.updates({ offset: -1 }))[0]![kind]!;
};

describe("an invoice", () => {
  it("is paid after the bot said yes, and leaves a receipt for the bot", async () => {
    await bot.sends("sendInvoice", invoice);
    const paying = chat.pay();
    const query = await next("pre_checkout_query");
    expect(query).toMatchObject({ currency: "UZS", total_amount: 4_500_000, invoice_payload: "order-12" });
    await bot.call("answerPreCheckoutQuery", { pre_checkout_query_id: query.id, ok: true });
    expect(await paying).toEqual({ paid: true });
    expect((await next("message")).successful_payment).toMatchObject({
      total_amount: 4_500_000,
      invoice_payload: "order-12",
      telegram_payment_charge_id: expect.any(String),
    });
    await chat.sees((message) => message.bill?.paid === true);
  });

  it("stays open when the bot says no, says nothing, or the card is refused", async () => {
    await bot.sends("sendInvoice", invoice);
    const refused = chat.pay();
    const first = await next("pre_checkout_query");
    await bot.call("answerPreCheckoutQuery", {
      pre_checkout_query_id: first.id,
      ok: false,
      error_message: "The kitchen closed",
    });
    expect(await refused).toEqual({ paid: false, reason: "The kitchen closed" });
    expect(await chat.pay()).toEqual({ paid: false, reason: "BOT_PRECHECKOUT_TIMEOUT" });
    const late = await next("pre_checkout_query");
    expect(await bot.refusal("answerPreCheckoutQuery", { pre_checkout_query_id: late.id, ok: true })).toMatch(
      /query is too old/,
    );
    const declined = chat.pay({ card: "declined" });
    await expect.poll(async () => (await next("pre_checkout_query")).id).not.toBe(late.id);
    await bot.call("answerPreCheckoutQuery", {
      pre_checkout_query_id: (await next("pre_checkout_query")).id,
      ok: true,
    });
    expect(await declined).toEqual({ paid: false, reason: "PAYMENT_FAILED" });
  });

  it("asks for shipping first where the price depends on it, and adds the chosen option", async () => {
    const flexible = { ...invoice, is_flexible: true, need_shipping_address: true };
    const { message_id } = await bot.sends("sendInvoice", flexible);
    const on = await chat.sees((message) => message.message_id === message_id);
    const paying = chat.pay({ address, shippingOption: "fast", tipMinor: 100_000 }, { on });
    const shipping = await next("shipping_query");
    expect(shipping.shipping_address.city).toBe("Toshkent");
    const shipping_options = [{ id: "fast", title: "Fast", prices: [{ label: "Delivery", amount: 1_000_000 }] }];
    await bot.call("answerShippingQuery", { shipping_query_id: shipping.id, ok: true, shipping_options });
    const checkout = await next("pre_checkout_query");
    expect(checkout).toMatchObject({ total_amount: 5_600_000, shipping_option_id: "fast" });
    await bot.call("answerPreCheckoutQuery", { pre_checkout_query_id: checkout.id, ok: true });
    expect(await paying).toEqual({ paid: true });
  });

  it("is refused in Telegram's codes when it is malformed", async () => {
    const wrong = (change: object) => bot.refusal("sendInvoice", { ...invoice, ...change });
    expect(await wrong({ provider_token: "nonsense" })).toBe("Bad Request: PAYMENT_PROVIDER_INVALID");
    expect(await wrong({ currency: "soum" })).toBe("Bad Request: CURRENCY_INVALID");
    expect(await wrong({ prices: [] })).toBe("Bad Request: CURRENCY_TOTAL_AMOUNT_INVALID");
    expect(await wrong({ payload: "x".repeat(129) })).toBe("Bad Request: INVOICE_PAYLOAD_INVALID");
  });

  it("exists as a link, too", async () => {
    const { result } = await bot.call("createInvoiceLink", invoice);
    expect(result).toMatch(/^https:\/\/t\.me\/\$\w{20}$/);
  });
});
