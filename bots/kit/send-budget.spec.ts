import { afterAll, describe, expect, it } from "vitest";
import { createWorld } from "#sim/testing/world";
import { connectRedis, createKeys } from "./redis";
import { createSendBudget, type Send } from "./send-budget";

const world = await createWorld();
const { config, newId } = world.deps;
const redis = connectRedis(config.REDIS_URL, "send-budget");
afterAll(async () => {
  redis.disconnect();
  await world.close();
});

/** So slow that nothing comes back while we look. */
const clock = { ...world.clock, speed: 1e-6 };
const ALERT = 0;
const CARD = 2;

/** How many sends the chat takes at once. */
async function taken(
  send: Send,
  budget = createSendBudget({ redis, keys: createKeys(config.REDIS_PREFIX), clock }, newId()),
) {
  let count = 0;
  while ((await budget.take(send)) === 0) count += 1;
  return { count, budget };
}

describe.each([
  ["a private chat", 5, 3, 1],
  ["a group", -5, 12, 4],
])("what %s takes", (_, chatId, cards, alerts) => {
  const card: Send = { chatId, urgency: CARD, kind: "message" };

  it("is not used up by cards: there is room for an alert", async () => {
    const { count, budget } = await taken(card);
    expect(count).toBe(cards);
    expect((await taken({ ...card, urgency: ALERT }, budget)).count).toBe(alerts);
  });

  it("is all there for alerts", async () => {
    expect((await taken({ ...card, urgency: ALERT })).count).toBe(cards + alerts);
  });

  it("says nothing of edits: an answered alert is closed even where no message can go", async () => {
    const { budget } = await taken({ ...card, urgency: ALERT });
    expect(await budget.take({ chatId, urgency: ALERT, kind: "edit" })).toBe(0);
  });
});
