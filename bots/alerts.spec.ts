import { afterAll, describe, expect, it } from "vitest";
import { buttonsOf } from "#sim/telegram/client/text-of";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { goOnline, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

// A ring every 30 s of business time is one every 1.5 s here.
const world = await createTelegramWorld({ speed: 20 });
afterAll(() => world.close());
const PATIENT = 60_000;
const RING = "🔔";

describe("an order that nobody confirms", () => {
  const isRing = (message: SeenMessage) => message.text?.startsWith(RING) ?? false;

  it(
    "rings kitchen and dispatcher again and again, one message at a time",
    async () => {
      const customer = await world.chat("customer");
      const [kitchen, dispatcher] = [await world.chat("kitchen"), await world.chat("dispatcher")];
      await dispatcher.tap("🔔");
      await placeOrder(customer);
      const first = await dispatcher.sees((message) => isRing(message) && !message.silent);
      await kitchen.sees(isRing);
      const second = await dispatcher.sees(isRing, { after: first, within: 10_000 });
      await dispatcher.seesNo((message) => message.message_id === first.message_id);
      expect(second.silent).toBe(false);
    },
    PATIENT,
  );

  it(
    "stays open before whoever opened it from the ring when it rings again",
    async () => {
      const dispatcher = await world.chat("dispatcher");
      await dispatcher.tap("🧾 Buyurtma");
      const card = await dispatcher.sees("Chorsu 12, flat 4");
      const next = await dispatcher.sees(isRing, { after: card, within: 10_000 });
      await dispatcher.sees(isRing, { after: next, within: 10_000 });
      await dispatcher.seesNo((message) => message.message_id === next.message_id);
      expect(dispatcher.messages.map((message) => message.message_id)).toContain(card.message_id);
    },
    PATIENT,
  );

  it(
    "is silent once somebody takes it, whose name all see",
    async () => {
      const [kitchen, dispatcher] = [await world.chat("kitchen"), await world.chat("dispatcher")];
      await dispatcher.tap("✋");
      await kitchen.sees("Dilshod", { within: 10_000 });
      await dispatcher.sees("Dilshod", { within: 10_000 });
      expect(dispatcher.messages.filter(isRing)).toEqual([]);
    },
    PATIENT,
  );
});

describe("an order that no courier takes", () => {
  it(
    "climbs from couriers to dispatchers, to managers, to the owner",
    async () => {
      const [owner, manager, kitchen] = [
        await world.chat("owner"),
        await world.chat("manager"),
        await world.chat("kitchen"),
      ];
      const card = await kitchen.sees((message) => message.text?.includes(" ×") ?? false);
      await kitchen.tap("✅", { on: card });
      await kitchen.tap(/^10/);
      const dispatcher = await world.chat("dispatcher");
      await dispatcher.sees("Hech bir kuryer buyurtmani olmayapti", { within: 20_000 });
      await manager.sees(RING, { within: 25_000 });
      await owner.sees(RING, { within: 25_000 });
    },
    PATIENT * 2,
  );
});

describe("a courier in danger", () => {
  it(
    "rings the dispatchers with the last position",
    async () => {
      const { chat } = await goOnline(world, "courier1");
      const dispatcher = await world.chat("dispatcher");
      await chat.tap("🆘");
      await chat.tap("🆘", { on: await chat.sees("Dispetcherlarni chaqiraylikmi") });
      await dispatcher.sees("Jasur", { within: 10_000 });
      await dispatcher.tap("✋");
      await dispatcher.seesNo("Jasur");
    },
    PATIENT,
  );
});

describe("a summary of the day", () => {
  it(
    "comes to the managers after midnight, without a sound",
    async () => {
      const manager = await world.chat("manager");
      world.clock.set(new Date("2026-03-02T19:31:00Z"));
      const summary = await manager.sees("2026-03-02", { within: 10_000 });
      expect(summary.text).toContain("1");
      expect(summary.silent).toBe(true);
    },
    PATIENT,
  );
});

describe("quiet hours", () => {
  it(
    "take the sound from what can wait, never from an alert that nobody else answers",
    async () => {
      const [customer, dispatcher] = [await world.chat("customer"), await world.chat("dispatcher")];
      await dispatcher.type("/quiet 23:00-07:30");
      await dispatcher.sees("23:00–07:30");
      await dispatcher.type("/quiet whenever");
      await dispatcher.tap("00:00–09:00");
      await dispatcher.sees("00:00–09:00");
      await customer.type("/support");
      await customer.sees("Write your message");
      await customer.type("Are you open?");
      expect((await dispatcher.sees("Are you open?")).silent).toBe(true);
      const { chat } = await goOnline(world, "courier3");
      await chat.tap("🆘");
      await chat.tap("🆘", { on: await chat.sees("Dispetcherlarni chaqiraylikmi") });
      expect((await dispatcher.sees("Bekzod", { within: 15_000 })).silent).toBe(false);
      await dispatcher.tap("✋");
      await dispatcher.seesNo("Bekzod");
      await dispatcher.type("/quiet");
      await dispatcher.tap("🔔 Tinch soatlarsiz");
    },
    PATIENT,
  );
});

describe("a group of the staff", () => {
  it(
    "is rung like a dispatcher once a manager has connected it, and shows who took the alert",
    async () => {
      const [manager, dispatcher] = [await world.phone("manager"), await world.phone("dispatcher")];
      await endTheOrder(); // late since midnight, without a courier, and ringing for both
      const bot = 7_000_003;
      const group = await manager.createGroup("Peyk staff", [bot, dispatcher.id]);
      await group.type("/connect@peyk_staff_bot");
      await group.sees("Теперь тревоги");
      const { chat } = await goOnline(world, "courier2");
      await chat.tap("🆘");
      await chat.tap("🆘", { on: await chat.sees("Позвать диспетчеров") });
      const inGroup = await dispatcher.open(group.id);
      const ring = await inGroup.sees("🔔", { within: 10_000 });
      expect(ring.silent).toBe(false);
      expect(buttonsOf(ring).map((label) => label.slice(0, 2))).toEqual(["✋ ".slice(0, 2), "🔐"]);
      // The bot is no admin there: it removes its own former ring all the same.
      await inGroup.sees("🔔", { after: ring, within: 10_000 });
      await inGroup.seesNo((message) => message.message_id === ring.message_id);

      // Who it is about is read in the private chat, where the link leads those who may see it.
      const link = await inGroup.tap("🔐");
      const desk = await dispatcher.follow(link.kind === "url" ? link.url : "");
      await desk.sees("Sergey");
      await inGroup.tap("✋");
      await group.sees("Dilshod", { within: 10_000 });
    },
    PATIENT,
  );

  async function endTheOrder(): Promise<void> {
    const [order] = await world.owner<{ id: string }[]>`select id from orders`;
    const reply = await world.as("manager").post(`/orders/${order!.id}/call_off`, { reason: "other" });
    expect(reply).toMatchObject({ status: 200 });
  }
});
