import { afterAll, describe, expect, it } from "vitest";
import { confirm, goOnline, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());

describe("the life of an order", () => {
  it("goes from the customer to the kitchen, to a courier, to the door, and is rated", async () => {
    const customer = await world.chat("customer");
    const { chat: courier } = await goOnline(world, "courier1");
    await world.chat("kitchen");
    await placeOrder(customer);
    await customer.sees("Waiting for the kitchen");

    const kitchen = await confirm(world);
    await customer.sees("The kitchen has it");

    await courier.tap("✅ Olish");
    await customer.sees("Courier: Jasur");
    await courier.tap("Filialdaman");
    await kitchen.tap("📦", { on: await kitchen.sees((message) => message.text?.includes("×") ?? false) });
    await courier.tap("Oldim");
    const { text } = await customer.sees("On the way to you");
    const pin = /PIN for the courier: (\d{4})/.exec(text!)![1]!;

    await courier.tap("Eshik oldidaman");
    await customer.sees("at your door");
    await courier.tap("Topshirdim");
    await courier.type(pin);
    await courier.sees("Topshirildi");
    await customer.sees("Delivered. Enjoy!");

    await customer.tap("5 ⭐");
    await customer.sees("your courier?");
    await customer.tap("4 ⭐");
    await customer.sees("A tip for Jasur?");
    await customer.tap("No, thank you");
    expect((await customer.sees("Thank you!")).text).toBe("Thank you!");
  }, 60_000);
});
