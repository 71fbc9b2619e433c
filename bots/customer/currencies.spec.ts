import { afterAll, describe, expect, it } from "vitest";
import { wordsIn } from "#bots/kit/words";
import type { Currency } from "#shared/kernel/money";
import { minorOf } from "#shared/money/customary-sums";
import { buttonsOf } from "#sim/telegram/client/text-of";
import { carryToTheDoor, confirm, goOnline, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";
import { type CheckoutCard, checkoutKeyboard } from "./messages/checkout-card";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());

describe("a business that sells in another currency", () => {
  it("asks for a tip in sums that its people give", async () => {
    const customer = await world.chat("customer");
    const { chat: courier } = await goOnline(world, "courier1");
    await placeOrder(customer);
    const kitchen = await confirm(world);
    await carryToTheDoor({ courier, customer, kitchen });
    await world.owner`update orders set currency = 'USD'`;
    await customer.tap("5 ⭐");
    await customer.tap("5 ⭐", { on: await customer.sees("your courier?") });
    const asked = await customer.sees("A tip for Jasur?");
    expect(buttonsOf(asked).map((label) => Number.parseInt(label, 10))).toEqual([1, 2, 5, Number.NaN]);
    await customer.tap(/^5 /, { on: asked });
    await customer.sees((message) => message.invoice?.total_amount === 500 && message.invoice.currency === "USD");
  }, 60_000);

  it.each<[Currency, number, number[]]>([
    ["USD", 41, [50, 60, 100]],
    ["EUR", 8, [10, 20, 50]],
    ["RUB", 1_250, [1_500, 2_000, 5_000]],
    ["KZT", 7_300, [8_000, 10_000, 20_000]],
    ["UZS", 122_000, [150_000, 200_000, 500_000]],
  ])("offers change in %s from the notes that come after %d", (currency, total, from) => {
    const card = {
      quote: { totalMinor: minorOf(total, currency), currency },
      branch: { takesCash: true, takesInvoice: false },
      method: "cash",
    } as CheckoutCard;
    const offered = checkoutKeyboard(card, wordsIn("en"))
      .inline_keyboard.flat()
      .flatMap((one) => ("callback_data" in one ? one.callback_data : []))
      .filter((data) => data.startsWith("pay.change"))
      .map((data) => Number(data.split(":").at(-1)));
    expect(offered).toEqual(from.map((whole) => minorOf(whole, currency)));
  });
});
