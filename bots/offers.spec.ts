import { afterAll, describe, expect, it } from "vitest";
import { buttonsOf } from "#sim/telegram/client/text-of";
import { confirm, goOnline, orderAgain, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 4 });
afterAll(() => world.close());
const PATIENT = 60_000;

const secondsIn = ({ text }: { text?: string | undefined }): number =>
  Number(/⏱ \D*(\d+)/.exec(text ?? "")?.[1] ?? Number.NaN);

describe("an offer", () => {
  it(
    "counts its seconds down in place, and says in the end that its time is over",
    async () => {
      const customer = await world.chat("customer");
      await world.chat("kitchen");
      const { chat, share } = await goOnline(world, "courier1");
      const code = await placeOrder(customer);
      await confirm(world);
      const first = await chat.sees((message) => hasAccept(message));
      const later = await chat.sees(
        (message) => message.message_id === first.message_id && secondsIn(message) < secondsIn(first),
      );
      expect(hasAccept(later)).toBe(true);
      await chat.sees((message) => message.message_id === first.message_id && !hasAccept(message));
      await customer.tap("Cancel the order", { on: await customer.sees((message) => isOpen(message, code)) });
      await customer.tap("I changed my mind");
      await customer.sees("is cancelled");
      await share.stop();
      await chat.tap("⚪");
    },
    PATIENT,
  );

  it(
    "that is declined with a reason goes to the next courier, and the trip to whoever accepts",
    async () => {
      const customer = await world.chat("customer");
      await world.chat("kitchen");
      const couriers = [(await goOnline(world, "courier1")).chat, (await goOnline(world, "courier2")).chat];
      await orderAgain(customer);
      await confirm(world);
      const [decliner, taker] = await firstOffered(couriers);
      await decliner.tap(/^✖️/);
      await decliner.tap(/Juda uzoq|Слишком далеко/);
      await decliner.sees(/Siz rad etdingiz|Вы отказались/);
      await taker.tap(/^✅ (Olish|Взять)/, { within: 15_000 });
      await taker.sees(/Safaringiz|Ваша поездка/);
      expect(decliner.messages.some(({ text }) => /Safaringiz|Ваша поездка/.test(text ?? ""))).toBe(false);
    },
    PATIENT,
  );

  it(
    "that two couriers take at once is one trip, and the slower one hears that it is gone and loses the buttons",
    async () => {
      const customer = await world.chat("customer");
      const dispatcher = await world.chat("dispatcher");
      const couriers = [await world.chat("courier1"), await world.chat("courier2")];
      const { chat: third } = await goOnline(world, "courier3");
      for (const courier of ["courier1", "courier2"]) await goOnline(world, courier);
      const code = await orderAgain(customer);
      await confirm(world);
      // A dispatcher asks everybody.
      await dispatcher.type(code);
      await dispatcher.tap("📣", {
        on: await dispatcher.sees((message) => (message.text?.includes(code) && hasLabel(message, "📣")) ?? false),
      });
      const all = [...couriers, third];
      await Promise.all(all.map((chat) => chat.sees((message) => hasAccept(message), { within: 20_000 })));
      const before = all.map((chat) => trips(chat));
      await Promise.all(all.map((chat) => chat.tap(/^✅ (Olish|Взять)/)));
      const winners = await Promise.all(
        all.map((chat, index) =>
          chat.phone
            .until(
              () => (trips(chat) > before[index]! ? true : undefined),
              8_000,
              () => "",
            )
            .catch(() => false),
        ),
      );
      expect(winners.filter(Boolean)).toHaveLength(1);
      for (const chat of all) await chat.seesNo((message) => hasAccept(message));
    },
    PATIENT * 2,
  );
});

type Chat = Awaited<ReturnType<typeof world.chat>>;
const isOpen = (message: Parameters<typeof buttonsOf>[0], code: string) =>
  (message.text?.startsWith(`Order ${code}`) ?? false) && hasLabel(message, "Cancel the order");
const hasLabel = (message: Parameters<typeof buttonsOf>[0], sign: string) =>
  buttonsOf(message).some((label) => label.includes(sign));
const hasAccept = (message: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(message).some((label) => /^✅ (Olish|Взять)/.test(label));
const trips = (chat: Chat) => chat.messages.filter(({ text }) => /Safaringiz|Ваша поездка/.test(text ?? "")).length;

/** Who was asked first; the other one after that. */
async function firstOffered([one, other]: Chat[]): Promise<[Chat, Chat]> {
  const first = await Promise.any(
    [one!, other!].map(async (chat) => (await chat.sees((message) => hasAccept(message), { within: 15_000 })) && chat),
  );
  return first === one ? [one!, other!] : [other!, one!];
}

describe("a trip that a dispatcher gives", () => {
  it(
    "rings the courier every 30 s, one message at a time, until it is seen",
    async () => {
      const customer = await world.chat("customer");
      const dispatcher = await world.chat("dispatcher");
      const { chat: courier } = await goOnline(world, "courier3");
      const code = await orderAgain(customer);
      await confirm(world);
      await dispatcher.type(code);
      const card = await dispatcher.sees(
        (message) => (message.text?.includes(code) && hasLabel(message, "👤")) ?? false,
      );
      await dispatcher.tap("👤", { on: card });
      await dispatcher.tap("Bekzod");
      const first = await courier.sees("Sizda yangi safar bor");
      await courier.sees("Sizda yangi safar bor", { after: first, within: 15_000 });
      await courier.seesNo((message) => message.message_id === first.message_id);
      await courier.tap("👀");
      await courier.seesNo("Sizda yangi safar bor");
    },
    PATIENT,
  );
});
