import { afterAll, describe, expect, it } from "vitest";
import { placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 10, webhook: true });
afterAll(() => world.close());
const PATIENT = 60_000;

const update = { update_id: 1, message: { message_id: 1, date: 0, chat: { id: 1, type: "private" }, text: "/start" } };
const push = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${world.webhookUrl}/${path}`, { method: "POST", headers, body: JSON.stringify(update) });

describe("bots to which Telegram pushes", () => {
  it(
    "serve an order as those that ask do, also when every update comes twice and the answer to some is lost",
    async () => {
      await world.telegram.client.faults([{ kind: "duplicate", probability: 0.5 }], 3);
      const chat = await world.chat("customer");
      await placeOrder(chat);
      await chat.sees("Waiting for the kitchen");
      await world.telegram.client.faults([]);
      expect(await world.owner`select id from orders`).toHaveLength(1);
      expect(chat.messages.filter(({ text }) => text?.includes("Waiting for the kitchen"))).toHaveLength(1);
    },
    PATIENT,
  );

  it("take nothing from anybody but Telegram", async () => {
    const bot = world.seeded.bots.customer!;
    expect((await push(bot)).status).toBe(403);
    expect((await push(bot, { "x-telegram-bot-api-secret-token": "x".repeat(32) })).status).toBe(403);
    expect((await push("no-such-bot")).status).toBe(404);
    expect(await world.owner`select 1 from inbound_updates where update_id = ${update.update_id}`).toHaveLength(0);
  });

  it(
    "answer what was pushed while they were being replaced",
    async () => {
      const chat = await world.chat("customer");
      const replaced = world.restartBots();
      await chat.type("/help");
      await replaced;
      await chat.sees("Order with /start", { within: 20_000 });
    },
    PATIENT,
  );
});
