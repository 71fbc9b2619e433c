import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import { buttonsOf } from "#sim/telegram/client/text-of";
import { chooseDish, fillCart } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());
const PATIENT = 60_000;

const take = (cash: boolean, invoice: boolean) =>
  world.owner`update branches set takes_cash = ${cash}, takes_invoice = ${invoice}`;
const ways = (labels: readonly string[]) =>
  labels.filter((label) => label.endsWith("Cash") || label.endsWith("By card in Telegram"));

let chat: PhoneChat;
beforeAll(async () => {
  chat = await world.chat("customer");
  await fillCart(chat);
}, PATIENT);

/** Leaves the card for the cart, and comes back. */
async function comeBack(meanwhile: () => Promise<unknown>): Promise<void> {
  await chat.tap("‹ Cart");
  await meanwhile();
  await chat.tap("Go on to order");
}

describe("a way to pay that does not fit", () => {
  it(
    "gives way to the card where a branch takes no cash, without a word to whoever chose nothing",
    async () => {
      await take(false, true);
      await chat.tap("Go on to order");
      const card = await chat.sees("Total:");
      expect(ways(buttonsOf(card))).toEqual(["✅ By card in Telegram"]);
      expect(card.text).not.toContain("⚠️");
    },
    PATIENT,
  );

  it(
    "gives way to cash where a branch takes no cards, and the customer reads why",
    async () => {
      await comeBack(() => take(true, false));
      const card = await chat.sees("You cannot pay like this here");
      expect(card.text).toContain("Total:");
      expect(ways(buttonsOf(card))).toEqual(["✅ Cash"]);
    },
    PATIENT,
  );

  it(
    "as the total has outgrown the note is forgotten, and the order can be placed",
    async () => {
      await chat.tap(/^from 200/);
      await chat.tap("Cash", { on: await chat.sees("Change for you") });
      await chat.seesNo("Change for you"); // cash without a note again
      await chat.tap(/^from 100/);
      await chat.sees("Change for you");
      await comeBack(async () => {
        await chat.tap("+");
        await chat.tap("+", { on: await chat.sees("2 ×") });
        await chat.sees("3 ×");
      });
      const card = await chat.sees("That is less than the total");
      expect(card.text).toContain("Total:");
      expect(card.text).not.toContain("Change for you");
      expect(buttonsOf(card).some((label) => label.startsWith("from "))).toBe(true);
      await chat.tap("Order for");
      await chat.sees(/is placed/);
    },
    PATIENT,
  );

  it(
    "is refused when the order is placed as well, with another one ready to be confirmed",
    async () => {
      await take(true, true);
      await chat.start();
      await chat.tap("Order", { on: await chat.sees("Hello,", { after: chat.last! }) });
      await chat.tap("Chorsu 12");
      await chooseDish(chat);
      await chat.tap("Go on to order");
      await chat.tap("Cash");
      await take(false, true);
      await chat.tap("Order for");
      const card = await chat.sees("You cannot pay like this here");
      expect(ways(buttonsOf(card))).toEqual(["✅ By card in Telegram"]);
      await chat.tap("Order for");
      await chat.sees("Waiting for your payment");
    },
    PATIENT,
  );
});
