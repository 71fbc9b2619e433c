import { afterAll, describe, expect, it } from "vitest";
import { buttonsOf } from "#sim/telegram/client/text-of";
import { chooseDish, fillCart, orderAgain } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 10 });
afterAll(() => world.close());
const PATIENT = 60_000;

describe("an order for later", () => {
  it(
    "is for a half hour at which the kitchen can, which hears of it when it must begin",
    async () => {
      const chat = await world.chat("customer");
      const kitchen = await world.chat("kitchen");
      await fillCart(chat);
      await chat.tap("Go on to order");
      await chat.tap("When?", { on: await chat.sees("Total:") });
      const choice = await chat.sees("When shall it come?");
      const past = await chat.forgeTap(choice, `when.at::${Date.parse("2026-03-02T06:00:00Z") / 60_000}`);
      expect(past).toMatchObject({ kind: "callback" });
      await chat.sees("cannot make it at that time");
      await chat.tap("When?");
      await chat.tap("17:30");
      const card = await chat.sees("For 02.03");
      expect(card.text).toContain("17:30");
      await chat.tap("Order for");
      await chat.sees(/is placed/);
      expect((await chat.sees("Waiting for the kitchen")).text).toMatch(/For 02\.03.*17:30/);
      expect(kitchen.messages.filter(({ text }) => text?.includes(" ×"))).toEqual([]);
      world.clock.set(new Date("2026-03-02T12:10:00Z")); // ten past five in Tashkent
      expect((await kitchen.sees((message) => message.text?.includes(" ×") ?? false)).text).toContain("17:30");
    },
    PATIENT,
  );

  it(
    "can be as soon as possible again, and tomorrow",
    async () => {
      const chat = await world.chat("customer");
      await chat.start();
      await chat.tap("Order", { on: await chat.sees("Hello,", { after: chat.last! }) });
      await chat.tap("Chorsu 12");
      await chooseDish(chat);
      await chat.tap("Go on to order");
      await chat.tap("When?");
      await chat.tap("03.03");
      await chat.tap("13:00");
      await chat.sees("For 03.03");
      await chat.tap("When?");
      await chat.tap("As soon as possible");
      expect((await chat.sees("Total:")).text).not.toContain("For 03.03");
      await chat.tap("‹ Cart");
      await chat.tap("Empty");
      await chat.sees("The cart is empty");
    },
    PATIENT,
  );
});

describe("the menu", () => {
  it(
    "is searched by whatever somebody writes",
    async () => {
      const chat = await world.chat("customer");
      await chat.type("plov");
      const found = await chat.sees("Found for “plov”");
      await chat.tap(/plov/i, { on: found });
      await chat.sees((message) => buttonsOf(message).some((label) => label.startsWith("Into the cart")));
      await chat.type("unicorn stew");
      await chat.sees("Nothing on the menu fits “unicorn stew”");
    },
    PATIENT,
  );

  it(
    "keeps favourites: one tap likes a dish, another one takes it back",
    async () => {
      const chat = await world.chat("customer");
      await chat.type("plov");
      await chat.tap(/plov/i, { on: await chat.sees("Found for “plov”", { after: chat.last! }) });
      expect(JSON.stringify(await chat.tap(/^❤️$/))).toContain("In your favourites");
      await chat.start();
      await chat.tap("Favourites", { on: await chat.sees("Hello,", { after: chat.last! }) });
      await chat.tap(/plov/i, { on: await chat.sees("Your favourites:") });
      expect(JSON.stringify(await chat.tap(/^❤️$/))).toContain("No longer in your favourites");
      await chat.start();
      await chat.tap("Favourites", { on: await chat.sees("Hello,", { after: chat.last! }) });
      await chat.sees("No favourites yet");
    },
    PATIENT,
  );
});

describe("deleting one's data", () => {
  it(
    "says first what the law makes the shop keep, and then forgets the person",
    async () => {
      const chat = await world.chat("customer");
      await orderAgain(chat);
      await chat.type("/privacy");
      await chat.tap("Delete my data");
      await chat.sees("An order of yours is under way");
      await cancelAll(chat);
      await chat.type("/privacy");
      const asked = await chat.sees("What we must keep");
      expect(asked.text).toContain("without your name");
      await chat.tap("Delete my data", { on: asked });
      await chat.sees("Your data is deleted");
      await chat.start();
      await chat.sees("Hello,", { after: chat.last! });
      await chat.type("/addresses");
      await chat.sees("You have no saved address yet.");
    },
    PATIENT,
  );
});

/** Every order that still can be. */
async function cancelAll(chat: Awaited<ReturnType<typeof world.chat>>): Promise<void> {
  const open = chat.messages.filter((message) =>
    buttonsOf(message).some((label) => label.includes("Cancel the order")),
  );
  for (const card of open) {
    await chat.tap("Cancel the order", { on: card });
    await chat.tap("I changed my mind", { on: await chat.sees("Why do you cancel?") });
    await chat.sees("is cancelled");
  }
}
