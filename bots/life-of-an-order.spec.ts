import { afterAll, describe, expect, it } from "vitest";
import { carryToTheDoor, confirm, goOnline, placeOrder, readyFood } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());
const PATIENT = 60_000;

describe("the life of an order", () => {
  it(
    "goes in cash from the customer to the kitchen, to a courier, to the door, and is rated",
    async () => {
      const customer = await world.chat("customer");
      const { chat: courier, share } = await goOnline(world, "courier1");
      await world.chat("kitchen");
      await placeOrder(customer);
      await customer.sees("Waiting for the kitchen");

      const kitchen = await confirm(world);
      await customer.sees("The kitchen has it");
      await courier.tap("✅ Olish");
      await customer.sees("Courier: Jasur");
      await courier.tap("Filialdaman");
      await readyFood(kitchen);
      await courier.tap("Oldim");
      const card = await customer.sees("On the way to you");
      const pin = /PIN for the courier: (\d{4})/.exec(card.text!)![1]!;

      const live = await customer.sees((message) => message.live_until !== undefined, { within: 15_000 });
      await share.moveTo({ latitude: 41.3268, longitude: 69.2359 });
      await customer.sees(
        (message) =>
          message.message_id === live.message_id &&
          Math.abs(message.location!.latitude - 41.3268) < 1e-3 &&
          message.edit_date !== undefined,
        { within: 15_000 },
      );

      await courier.tap("Eshik oldidaman");
      await customer.sees("at your door");
      await courier.tap("Topshirdim");
      await courier.type("00000");
      await courier.type(pin === "1111" ? "2222" : "1111");
      await courier.sees("PIN notoʻgʻri");
      await courier.type(pin);
      await courier.sees("Topshirildi");
      const done = await customer.sees("Delivered. Enjoy!");
      expect(done.message_id).toBe(card.message_id); // one card, edited in place
      await customer.sees((message) => message.message_id === live.message_id && message.live_until === undefined, {
        within: 15_000,
      });

      await customer.tap("5 ⭐");
      await customer.tap("4 ⭐", { on: await customer.sees("your courier?") });
      await customer.sees("A tip for Jasur?");
      await customer.tap("No, thank you");
      expect((await customer.sees("Thank you!")).text).toBe("Thank you!");
    },
    PATIENT,
  );

  it(
    "waits for its invoice before the kitchen hears of it, and a tip is paid the same way",
    async () => {
      const customer = await world.chat("customer");
      const { chat: courier } = await goOnline(world, "courier1");
      await customer.tap("Order again");
      await customer.tap("See the cart");
      await customer.tap("Go on to order");
      await customer.tap("Chorsu 12");
      await customer.tap("By card in Telegram");
      await customer.tap("Order for");
      await customer.sees("Waiting for your payment");
      await customer.pay();
      await customer.sees("Waiting for the kitchen");

      const kitchen = await confirm(world);
      await carryToTheDoor({ courier, customer, kitchen });
      await customer.tap("5 ⭐");
      await customer.tap("5 ⭐", { on: await customer.sees("your courier?") });
      await customer.tap("10 000");
      await customer.pay();
      await customer.sees("The courier gets all of it");
      await courier.sees("💝");
    },
    PATIENT,
  );
});
