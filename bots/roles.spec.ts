import { afterAll, describe, expect, it } from "vitest";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import { buttonsOf } from "#sim/telegram/client/text-of";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { confirm, goOnline, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());
const PATIENT = 60_000;

const newcomer = (firstName: string) => world.telegram.client.person({ firstName, languageCode: "en" });

/** The link that a manager reads after choosing whom to invite. */
async function invite(role: string): Promise<string> {
  const manager = await world.chat("manager");
  await manager.type("/invite");
  const asked = await manager.sees("Кого", { after: manager.last! });
  await manager.tap(role, { on: asked });
  const { text } = await manager.sees("https://t.me/");
  return /https:\/\/t\.me\/\S+/.exec(text!)![0];
}

describe("an invitation link", () => {
  it(
    "brings one dispatcher in, and nobody a second time",
    async () => {
      const link = await invite("Диспетчер");
      const phone = await newcomer("Daria");
      const chat = await phone.follow(link);
      await letIn("Daria", "manager");
      await chat.start();
      await chat.sees("Dispatcher");
      await chat.type("/couriers");
      await chat.sees("Couriers:");

      const late = await (await newcomer("Latecomer")).follow(link);
      await late.sees("This invitation was used or has run out");
      await late.type("/couriers");
      await late.sees("Ask your manager for an invitation link");
    },
    PATIENT,
  );

  it(
    "made up by hand leads nowhere, in either bot",
    async () => {
      const phone = await newcomer("Mallory");
      for (const bot of ["peyk_courier_bot", "peyk_staff_bot"]) {
        const chat = await phone.follow(`https://t.me/${bot}?start=join_AAAAAAAAAAAAAAAAAAAAAA`);
        await chat.sees("There is no such invitation");
      }
    },
    PATIENT,
  );

  it(
    "lets a courier choose a vehicle and ride once a dispatcher says yes",
    async () => {
      await world.chat("dispatcher");
      const link = await invite("Курьер");
      const phone = await newcomer("Kamol");
      const chat = await phone.follow(link);
      await chat.tap("Bicycle", { on: await chat.sees("Welcome, Kamol!") });
      await letIn("Kamol", "dispatcher");
      await chat.shareLive({ latitude: 41.3262, longitude: 69.2358 }, 3_600);
      await chat.sees("You are online");
    },
    PATIENT,
  );

  /** The link alone lets nobody in: `who` is asked, and says yes. */
  async function letIn(name: string, who: string): Promise<void> {
    const chat = await world.chat(who);
    const asks = await chat.sees((message) => has(message, name) && hasSign(message, "✅"));
    await chat.tap("✅", { on: asks });
  }
});

describe("each role", () => {
  it(
    "sees the buttons that it may use: the kitchen cooks, the dispatcher steers",
    async () => {
      const customer = await world.chat("customer");
      const [kitchen, dispatcher, owner] = [
        await world.chat("kitchen"),
        await world.chat("dispatcher"),
        await world.chat("owner"),
      ];
      const code = await placeOrder(customer);
      const card = await kitchen.sees((message) => has(message, code) && hasSign(message, "✅"));
      expect(hasSign(card, "👤")).toBe(false);
      for (const chat of [dispatcher, owner]) {
        await chat.type(code);
        const found = await chat.sees((message) => has(message, code) && hasSign(message, "🔄"));
        expect(hasSign(found, "📣") || hasSign(found, "💬")).toBe(true);
      }
      await kitchen.type("/couriers");
      await kitchen.sees(/ruxsat|qila olmaysiz|mumkin emas/i);
      await confirm(world);
    },
    PATIENT,
  );
});

describe("what belongs to somebody else", () => {
  it(
    "is nothing to whoever presses its button: another customer, a courier who was not asked, the customer as kitchen",
    async () => {
      const customer = await world.chat("customer");
      const card = await customer.sees("The kitchen has it");
      const stranger = await (await newcomer("Eve")).open("peyk_order_bot");
      await stranger.start();
      const hello = await stranger.sees("Hello, Eve!");
      for (const data of dataOf(card)) await tellsNothing(stranger, hello, data);

      const { chat: asked } = await goOnline(world, "courier1");
      const offer = await asked.sees((message) => hasSign(message, "✅ Olish"), { within: 15_000 });
      const other = await world.chat("courier2");
      const panel = await other.sees("Sergey");
      for (const data of dataOf(offer)) await tellsNothing(other, panel, data);

      const kitchen = await world.chat("kitchen");
      const own = await customer.sees("Hello, Malika!");
      const board = await kitchen.sees((message) => message.text?.includes(" ×") ?? false);
      for (const data of dataOf(board)) await customer.forgeTap(own, data);
      await customer.sees("The kitchen has it"); // it moved for nobody
      await asked.tap("✅ Olish", { on: offer });
      await asked.sees("Safaringiz");
    },
    PATIENT,
  );

  it(
    "cannot be pressed where it was forwarded to",
    async () => {
      const customer = await world.chat("customer");
      const card = await customer.sees("The courier is on the way to the kitchen");
      const eve = await newcomer("Eve");
      const group = await customer.phone.createGroup("Friends", [eve.id]);
      const copy = await customer.forward(card, group);
      expect(copy.reply_markup?.inline_keyboard.flat() ?? []).toEqual([]);
      await expect(eve.open(group.id).then((chat) => chat.forgeTap(copy, dataOf(card)[0]!))).rejects.toThrow();
    },
    PATIENT,
  );
});

/** Whatever is answered, it says nothing of whose order it is. */
async function tellsNothing(chat: PhoneChat, on: SeenMessage, data: string): Promise<void> {
  const answer = JSON.stringify(await chat.forgeTap(on, data));
  expect(answer).toMatch(/"kind":"callback"/);
  expect(answer + chat.messages.map(({ text }) => text).join()).not.toMatch(/Malika|Chorsu 12/);
}

const has = (message: SeenMessage, text: string) => message.text?.includes(text) ?? false;
const hasSign = (message: SeenMessage, sign: string) => buttonsOf(message).some((label) => label.startsWith(sign));
const dataOf = (message: SeenMessage): string[] =>
  message
    .reply_markup!.inline_keyboard.flat()
    .flatMap((button) => ("callback_data" in button ? button.callback_data : []));
