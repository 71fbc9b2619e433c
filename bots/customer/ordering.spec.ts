import { afterAll, describe, expect, it } from "vitest";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 10 });
afterAll(() => world.close());

/** A hundred steps from the plov branch. */
const HOME = { latitude: 41.3272, longitude: 69.236 };

describe("ordering in the chat", () => {
  it("goes from the first tap to one card that follows the order", async () => {
    const chat = await world.chat("customer");
    await chat.tap("Order");
    await chat.press("Send my location", HOME);
    await chat.sees("Street, house and flat?");
    await chat.type("Chorsu 12, flat 4");
    await chat.sees("A landmark for the courier?");
    await chat.type("behind the blue dome");
    await chat.tap("Osh Markazi");
    await chat.tap(/Plov/i);
    await chat.tap(/soʻm/);
    await chat.tap("Into the cart");
    await chat.tap("Cart:");
    await chat.tap("Go on to order");
    const card = await chat.sees("Total:");
    expect(card.text).toContain("Chorsu 12, flat 4");
    await chat.tap("Order for");
    const order = await chat.sees("Waiting for the kitchen");
    expect(order.text).toMatch(/Order [A-Z0-9]{5} · Osh Markazi/);
  });
});
