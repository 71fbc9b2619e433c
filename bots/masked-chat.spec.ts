import { afterAll, describe, expect, it } from "vitest";
import { confirm, goOnline, placeOrder, readyFood } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 10 });
afterAll(() => world.close());
const PATIENT = 60_000;

describe("writing to each other", () => {
  it(
    "passes words and photos on between customer, courier and shop, without a number or a username, on the record of the order",
    async () => {
      const customer = await world.chat("customer");
      const dispatcher = await world.chat("dispatcher");
      const { chat: courier } = await goOnline(world, "courier1");
      await world.chat("kitchen");
      const code = await placeOrder(customer);
      const kitchen = await confirm(world);
      await courier.tap("✅ Olish");
      await courier.tap("Filialdaman");
      await readyFood(kitchen);
      await courier.tap("Oldim");

      await customer.tap("Write to the courier");
      await customer.sees("Write your message");
      await customer.type("I am at the <green> gate");
      const heard = await courier.sees("I am at the <green> gate");
      expect(heard.text).toContain("Malika");
      expect(JSON.stringify(heard)).not.toMatch(/998000000010|9000010/);

      await courier.tap("Javob");
      await courier.send({
        kind: "photo",
        fileName: "gate.png",
        mimeType: "image/png",
        base64: PNG,
        caption: "shumi?",
      });
      const photo = await customer.sees("[photo]");
      expect(photo.caption).toContain("Jasur");

      await customer.tap("Write to the shop");
      await customer.sees("Write your message", { after: photo });
      await customer.type("More napkins please");
      const asked = await dispatcher.sees("More napkins please");
      expect(asked.text).toContain(code);
      await dispatcher.tap("↩️", { on: asked });
      await dispatcher.type("Albatta!");
      await customer.sees("Albatta!");
      const told = await world.as("dispatcher").get(`/orders/${await orderId()}/messages`);
      expect(told.body).toMatchObject({
        messages: [{ from: "customer" }, { from: "courier" }, { from: "customer" }, { from: "dispatcher" }],
      });
    },
    PATIENT,
  );

  const orderId = async () => (await world.owner`select id from orders limit 1`)[0]!.id as string;
});

describe("the three languages", () => {
  it(
    "speak to each person in their own, and change at once",
    async () => {
      const chat = await world.chat("customer");
      await chat.type("/language");
      await chat.tap("Русский");
      await chat.sees("Теперь я говорю с вами по-русски.");
      await chat.type("/orders");
      await chat.sees("Ваши заказы");
      await chat.type("/language");
      await chat.tap("Oʻzbekcha");
      await chat.sees("Endi siz bilan oʻzbekcha gaplashaman.");
      await chat.start();
      await chat.sees("Salom, Malika!");
    },
    PATIENT,
  );
});

/** One pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
