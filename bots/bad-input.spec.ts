import { afterAll, describe, expect, it } from "vitest";
import { buttonsOf } from "#sim/telegram/client/text-of";
import { chooseDish, fillCart, goOnline, HOME } from "#sim/testing/chat-steps";
import { seededBot } from "#sim/testing/seeded-bot";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 10 });
afterAll(() => world.close());
const PATIENT = 60_000;

/** Whatever happened before, the bot still answers. */
async function stillAlive(person: string): Promise<void> {
  const chat = await world.chat(person);
  const last = chat.last;
  await chat.type("/help");
  await chat.sees(/\/language/, { ...(last && { after: last }) });
}

describe("a customer's bot", () => {
  it(
    "answers made-up callback data, old buttons and unknown words politely",
    async () => {
      const chat = await world.chat("customer");
      const home = await chat.sees("Hello, Malika!");
      for (const data of [
        "x",
        "branch:::",
        "branch:AAAAAAAAAAAAAAAAAAAAAA:",
        "dish.add::",
        "cart.line:!:9",
        "rate.stars::food-9",
        "💥",
      ])
        expect(JSON.stringify(await chat.forgeTap(home, data))).toMatch(/too old|nothing|gone|no longer|went wrong/i);
      await stillAlive("customer");
    },
    PATIENT,
  );

  it(
    "takes a made-up start parameter for a wrong link, and tells nothing of somebody else's order",
    async () => {
      const chat = await world.chat("customer");
      await chat.start("b-AAAAAAAAAAAAAAAAAAAAAA");
      await chat.sees("leads nowhere");
      const last = chat.last!;
      await chat.type("/start o-'; drop table orders");
      await chat.sees("leads nowhere", { after: last });
    },
    PATIENT,
  );

  it(
    "asks again for a photo instead of text, a location of zeros, a note that is too long",
    async () => {
      const chat = await world.chat("customer");
      await chat.start();
      await chat.tap("Order", { on: await chat.sees("Hello,", { after: chat.last! }) });
      await chat.shareLocation({ latitude: 0, longitude: 0 });
      await chat.sees("does not know where it is");
      await chat.shareLocation(HOME);
      await chat.sees("Street, house and flat?");
      await chat.type("x".repeat(4_000));
      await chat.sees("between 1 and 300");
      await chat.send({ kind: "photo", fileName: "door.png", mimeType: "image/png", base64: PNG });
      await chat.sees("Please write it as text");
      await chat.type("مرحبا 👋 <b>12</b> & co");
      await chat.tap("Skip");
      await chat.tap("Osh Markazi");
      await stillAlive("customer");
    },
    PATIENT,
  );

  it(
    "refuses somebody else's phone number, and an order of nothing",
    async () => {
      const phone = await world.telegram.client.person({ firstName: "علي 🍉", languageCode: "en" });
      const chat = await phone.open("peyk_order_bot");
      await chat.start();
      await fillCart(chat);
      await chat.tap("Go on to order");
      await chat.sees("Send your number");
      await chat.shareContact({ first_name: "Eve", phone_number: "+998901112233" });
      await chat.sees("somebody else's number");
      await chat.press("Send my number");
      await chat.sees("Total:");
    },
    PATIENT,
  );

  it(
    "makes one order of a double tap, and lets it be cancelled until it is cooked",
    async () => {
      const chat = await world.chat("customer");
      await fillCartAgain(chat);
      await chat.tap("Go on to order");
      const card = await chat.sees("Total:");
      await Promise.all(
        [chat.tap("Order for", { on: card }), chat.tap("Order for", { on: card })].map((tap) => tap.catch(() => null)),
      );
      await chat.sees("Waiting for the kitchen");
      const cards = chat.messages.filter(({ text }) => text?.includes("Waiting for the kitchen"));
      expect(cards).toHaveLength(1);
      await chat.tap("Cancel the order");
      await chat.tap("I changed my mind");
      await chat.sees("Cancelled");
    },
    PATIENT,
  );
});

describe("two devices, old messages and polls", () => {
  it(
    "change nothing that they should not: one order of two phones, no answer to an edit, none to a vote",
    async () => {
      const chat = await world.chat("customer");
      await fillCartAgain(chat);
      await chat.tap("Go on to order");
      const card = await chat.sees("Total:");
      const second = await world.telegram.client.phoneOf(chat.phone.id);
      const other = await second.open("peyk_order_bot");
      const before = placedIn(chat);
      await Promise.all(
        [chat, other].map((device) => device.tap("Order for", { on: card }).catch(() => null)), // one of them is late
      );
      await chat.sees("Waiting for the kitchen");
      expect(placedIn(chat)).toBe(before + 1);

      const said = await chat.type("/orders");
      const list = await chat.sees("Your orders:", { after: said });
      await chat.edit(said, "/cart");
      const bot = seededBot("customer");
      const poll = { chat_id: chat.phone.id, question: "Plov?", options: ["Yes", "No"], is_anonymous: false };
      await fetch(`${world.telegram.url}/bot${bot.token}/sendPoll`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(poll),
      });
      await chat.vote(await chat.sees("Plov?"), 0);
      await stillAlive("customer");
      const carts = chat.messages.filter(({ text }) => text?.includes("Your cart"));
      expect(carts.every(({ message_id }) => message_id < list.message_id)).toBe(true);
      await chat.tap("Cancel the order");
      await chat.tap("I changed my mind");
      await chat.sees("is cancelled");
    },
    PATIENT,
  );

  const placedIn = (chat: Awaited<ReturnType<typeof world.chat>>) =>
    chat.messages.filter(({ text }) => text?.startsWith("Order ") && text.includes("Total:")).length;
});

describe("a stranger", () => {
  it(
    "is told how to get into the courier's and the staff's bot, and can do nothing there",
    async () => {
      const phone = await world.telegram.client.person({ firstName: "Mallory", languageCode: "ru" });
      const courier = await phone.open("peyk_courier_bot");
      await courier.start("join_AAAAAAAAAAAAAAAAAAAAAA");
      const hello = await courier.sees(/\./);
      expect(JSON.stringify(await courier.forgeTap(hello, "online::"))).toContain("/start");
      const staff = await phone.open("peyk_staff_bot");
      await staff.start();
      const told = await staff.sees("ссылку-приглашение");
      expect(JSON.stringify(await staff.forgeTap(told, "orders::"))).toContain("ссылку");
    },
    PATIENT,
  );
});

describe("a courier", () => {
  it(
    "is told when one point is no live location, and when the share ends in the middle of work",
    async () => {
      const chat = await world.chat("courier1");
      await chat.shareLocation({ latitude: 41.3262, longitude: 69.2358 });
      await chat.sees("Jonli");
      const { share } = await goOnline(world, "courier1");
      await share.stop();
      await chat.sees("Joylashuv ulashish tugadi");
      await stillAlive("courier1");
    },
    PATIENT,
  );
});

describe("a courier whose phone does not know where it is", () => {
  it(
    "is asked for the place again instead of being on shift at the point of zeros",
    async () => {
      const chat = await world.chat("courier1");
      const asked = chat.last;
      await chat.shareLive({ latitude: 0, longitude: 0 }, 3_600);
      await chat.sees("hali qayerda ekanini", asked ? { after: asked } : {});
      const couriers = await world.owner`select 1 from couriers where last_lat = 0`;
      expect(couriers).toHaveLength(0);
      await stillAlive("courier1");
    },
    PATIENT,
  );
});

describe("a customer who blocks the bot", () => {
  it(
    "is unreachable, and the staff hears of it",
    async () => {
      const customer = await world.chat("customer");
      const [dispatcher, kitchen] = [await world.chat("dispatcher"), await world.chat("kitchen")];
      await fillCartAgain(customer);
      await customer.tap("Go on to order");
      await customer.tap("Order for");
      await customer.sees("Waiting for the kitchen");
      await customer.block();
      const card = await kitchen.sees((message) => buttonsOf(message).some((label) => label.startsWith("✅")));
      await kitchen.tap("✅", { on: card });
      await kitchen.tap(/^10/);
      await dispatcher.sees("Mijoz botni bloklagan", { within: 15_000 });
      await customer.unblock();
    },
    PATIENT,
  );
});

/** By the address with the odd text. */
async function fillCartAgain(chat: Awaited<ReturnType<typeof world.chat>>): Promise<void> {
  await chat.start();
  await chat.tap("Order", { on: await chat.sees("Hello,", { after: chat.last! }) });
  await chat.tap("<b>12</b>");
  await chooseDish(chat);
}

/** One pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
