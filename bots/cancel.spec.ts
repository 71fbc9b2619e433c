import { afterAll, describe, expect, it } from "vitest";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import { buttonsOf } from "#sim/telegram/client/text-of";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { confirm, fetchFood, goOnline, orderAgain, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());
const PATIENT = 60_000;
const CANCEL = "Cancel the order";

const cardOf = (chat: PhoneChat, code: string, status: string) =>
  chat.sees((message) => isCard(message, code) && (message.text?.includes(status) ?? false));
const isCard = (message: SeenMessage, code: string) => message.text?.startsWith(`Order ${code} ·`) ?? false;
const canCancel = (message: SeenMessage) => buttonsOf(message).some((label) => label.includes(CANCEL));

async function cancelByCustomer(chat: PhoneChat, card: SeenMessage, code: string): Promise<void> {
  await chat.tap(CANCEL, { on: card });
  await chat.tap("Ordered by mistake", { on: await chat.sees("Why do you cancel?", { after: card }) });
  const ended = await cardOf(chat, code, "Cancelled");
  expect(ended.text).toContain("Ordered by mistake");
  expect(canCancel(ended)).toBe(false);
}

describe("a customer cancels", () => {
  it(
    "while the invoice is open, while the kitchen has not answered, and until it cooks",
    async () => {
      const chat = await world.chat("customer");
      await world.chat("kitchen");
      const unpaid = await placeOrder(chat, "By card in Telegram");
      await cancelByCustomer(chat, await cardOf(chat, unpaid, "Waiting for your payment"), unpaid);
      expect(await chat.pay()).toMatchObject({ paid: false }); // its invoice is closed

      const placed = await orderAgain(chat);
      await cancelByCustomer(chat, await cardOf(chat, placed, "Waiting for the kitchen"), placed);

      const confirmed = await orderAgain(chat);
      await confirm(world);
      await cancelByCustomer(chat, await cardOf(chat, confirmed, "The kitchen has it"), confirmed);
    },
    PATIENT,
  );

  it(
    "no more once it is cooked, not even from an old card, and staff still can until it is picked up",
    async () => {
      const chat = await world.chat("customer");
      const code = await orderAgain(chat);
      const kitchen = await confirm(world);
      const old = await cardOf(chat, code, "The kitchen has it");
      await kitchen.tap("👨‍🍳");
      expect(canCancel(await cardOf(chat, code, "Being cooked"))).toBe(false);
      await chat.forgeTap(old, dataOf(old, CANCEL));
      const refused = await chat.tap("I changed my mind", {
        on: await chat.sees("Why do you cancel?", { after: old }),
      });
      expect(JSON.stringify(refused)).toContain("no longer possible");

      await kitchen.tap("📦");
      await kitchen.tap("🚫");
      await kitchen.tap("Nimadir tugagan");
      await cardOf(chat, code, "Cancelled");
      await chat.sees(`We had to call off your order ${code}`);
    },
    PATIENT,
  );

  it(
    "neither side once the courier has it: then it is handed over, or it comes back",
    async () => {
      const chat = await world.chat("customer");
      const { chat: courier } = await goOnline(world, "courier1");
      const code = await orderAgain(chat);
      const kitchen = await confirm(world);
      await courier.tap(/^✅ Olish/, { within: 15_000 });
      await fetchFood({ courier, kitchen });
      expect(canCancel(await cardOf(chat, code, "On the way to you"))).toBe(false);
      await kitchen.sees(
        (message) => buttonsOf(message).every((label) => !label.startsWith("🚫")) && has(message, code),
      );
      await courier.tap("Eshik oldidaman");
      await courier.tap("Topshira olmadim");
      await courier.tap("Mijoz javob bermayapti");
      expect((await cardOf(chat, code, "Could not be handed over")).text).toContain("does not answer");
      await kitchen.tap("↩️", { on: await kitchen.sees((message) => has(message, code) && hasSign(message, "↩️")) });
      await cardOf(chat, code, "Back at the shop");
    },
    PATIENT,
  );
});

const has = (message: SeenMessage, code: string) => message.text?.includes(code) ?? false;
const hasSign = (message: SeenMessage, sign: string) => buttonsOf(message).some((label) => label.startsWith(sign));
const dataOf = (message: SeenMessage, label: string): string => {
  const button = message.reply_markup!.inline_keyboard.flat().find(({ text }) => text.includes(label))!;
  return "callback_data" in button ? button.callback_data : "";
};
