import { afterAll, describe, it } from "vitest";
import { chooseDish, confirm, fetchFood, goOnline, HOME } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());
const PATIENT = 120_000;
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("bots that are replaced in the middle of a dialogue", () => {
  it(
    "go on where they were: the address, the number, the note, a message to the shop, the photo at the door",
    async () => {
      await Promise.all([world.chat("kitchen"), world.chat("dispatcher")]);
      const phone = await world.telegram.client.person({
        firstName: "Aziza",
        languageCode: "en",
        phone: "+998901234567",
      });
      const chat = await phone.open("peyk_order_bot");
      await chat.start();
      await chat.tap("Order");
      await chat.press("Send my location", HOME);
      await chat.sees("Street, house and flat?");
      await world.restartBots();
      await chat.type("Chorsu 7");
      await chat.sees("A landmark for the courier?");
      await world.restartBots();
      await chat.tap("Skip");
      await chooseDish(chat);

      await chat.tap("Go on to order");
      await chat.sees("Send your number");
      await world.restartBots();
      await chat.press("Send my number");
      await chat.tap("Note", { on: await chat.sees("Total:") });
      await chat.sees("A note for the kitchen");
      await world.restartBots();
      await chat.type("no onions");
      await chat.sees((message) => /Chorsu 7(.|\n)*no onions/.test(message.text ?? ""));
      await chat.tap("Order for");
      await chat.sees("is placed");

      const { chat: courier } = await goOnline(world, "courier1");
      const dispatcher = await world.chat("dispatcher");
      await chat.tap("Write to the shop");
      await chat.sees("Write your message");
      await world.restartBots();
      await chat.type("The blue door, please");
      await dispatcher.sees("The blue door, please");

      const kitchen = await confirm(world);
      await courier.tap(/^✅ Olish/, { within: 15_000 });
      await fetchFood({ courier, kitchen });
      await courier.tap("Eshik oldidaman");
      await courier.tap("Topshirdim");
      await courier.sees("PIN");
      await world.restartBots();
      await courier.send({ kind: "photo", fileName: "door.png", mimeType: "image/png", base64: PNG });
      await courier.sees("Topshirildi");
      await chat.sees("Delivered. Enjoy!");
    },
    PATIENT,
  );
});
