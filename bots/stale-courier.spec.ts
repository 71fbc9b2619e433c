import { afterAll, describe, expect, it } from "vitest";
import { buttonsOf } from "#sim/telegram/client/text-of";
import { confirm, fetchFood, goOnline, NEAR_BRANCH, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

// A minute of business time is three seconds here.
const world = await createTelegramWorld({ speed: 20 });
afterAll(() => world.close());
const PATIENT = 90_000;

/** His position was shared once, and then his phone went into a pocket without a network. */
const skip = (minutes: number) => world.clock.advance(minutes * 60_000);

describe("a courier of whom nothing is heard", () => {
  it(
    "is reminded after a minute, left out after three, told how to come back, and is back as soon as he moves",
    async () => {
      const { chat, share } = await goOnline(world, "courier1");
      skip(1);
      const reminded = await chat.sees("Bir daqiqadan beri", { within: 10_000 });
      expect(reminded.silent).toBe(false);
      skip(2);
      const removed = await chat.sees("takliflar toʻxtadi", { within: 15_000 });
      await chat.tap("Qanday ulashaman", { on: removed });
      await chat.sees("[photo]", { after: removed });

      // Out of dispatch: an order finds nobody.
      const customer = await world.chat("customer");
      await world.chat("kitchen");
      await placeOrder(customer);
      await confirm(world);
      const dispatcher = await world.chat("dispatcher");
      skip(3);
      await dispatcher.sees("Hech bir kuryer buyurtmani olmayapti", { within: 20_000 });
      expect(chat.messages.filter(hasAccept)).toEqual([]);

      await share.moveTo({ latitude: NEAR_BRANCH.latitude + 0.0002, longitude: NEAR_BRANCH.longitude });
      await chat.sees("Joylashuvingiz yana", { within: 10_000 });
      await keepMoving(share, () => chat.tap(/^✅ Olish/, { within: 15_000 }));
      await chat.sees("Safaringiz");
    },
    PATIENT,
  );

  it(
    "and who has an order on board, is taken off it by one tap of a dispatcher, and the other courier has the trip",
    async () => {
      const [silent, dispatcher, kitchen] = [
        await world.chat("courier1"),
        await world.chat("dispatcher"),
        await world.chat("kitchen"),
      ];
      await fetchFood({ courier: silent, kitchen });
      skip(11);
      const { chat: other } = await goOnline(world, "courier2");
      const ring = await dispatcher.sees((message) => buttonsOf(message).some((label) => label.startsWith("🔁")), {
        within: 20_000,
      });
      expect(ring.text).toContain("Jasur");
      await dispatcher.tap("🔁", { on: ring });
      await dispatcher.sees("Sergeyda");
      await other.sees("Ваша поездка");
      await silent.sees("endi safaringizda yoʻq");
      await dispatcher.seesNo((message) => buttonsOf(message).some((label) => label.startsWith("🔁")));
      // The tap again, from the old message: it stays where it is.
      await dispatcher.forgeTap(ring, dataOf(ring, "🔁"));
      expect(other.messages.filter(({ text }) => text?.includes("Ваша поездка"))).toHaveLength(1);
    },
    PATIENT,
  );

  it(
    "because sharing ended in the middle of a trip, is asked to share again",
    async () => {
      const { chat, share } = await goOnline(world, "courier2");
      const before = chat.last!;
      await share.stop();
      await chat.sees("⚠️", { after: before });
    },
    PATIENT,
  );
});

describe("a courier who may not work here any more", () => {
  it(
    "rings the dispatcher for the order that he has on board, who gives it to another by one tap",
    async () => {
      const dispatcher = await world.chat("dispatcher");
      await world.as("dispatcher").post(`/couriers/${world.seeded.couriers.courier2}/suspend`);
      const ring = await dispatcher.sees("Endi bu yerda ishlay olmaydi");
      await goOnline(world, "courier3");
      await world.deps.positionLog.flush(); // whoever is chosen is chosen by where his row says that he is
      await dispatcher.tap("🔁", { on: ring });
      await dispatcher.seesNo((message) => buttonsOf(message).some((label) => label.startsWith("🔁")));
    },
    PATIENT,
  );
});

type Seen = Parameters<typeof buttonsOf>[0];
const hasAccept = (message: Seen) => buttonsOf(message).some((label) => label.startsWith("✅ Olish"));

const dataOf = (message: Seen, sign: string): string => {
  const button = message.reply_markup!.inline_keyboard.flat().find(({ text }) => text.startsWith(sign))!;
  return "callback_data" in button ? button.callback_data : "";
};

/** A phone that is heard of every few seconds of business time while something else happens. */
async function keepMoving<T>(share: Awaited<ReturnType<typeof goOnline>>["share"], work: () => Promise<T>): Promise<T> {
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    void share.moveTo({ latitude: NEAR_BRANCH.latitude + (step % 5) * 0.0001, longitude: NEAR_BRANCH.longitude });
  }, 1_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
