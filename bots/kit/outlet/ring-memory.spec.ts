import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { connectRedis, createKeys } from "#bots/kit/redis";
import type { ClaimedNotification } from "#shared/contracts/outlet";
import { createWorld } from "#sim/testing/world";
import { createRingMemory } from "./ring-memory";

const world = await createWorld();
const { config, newId } = world.deps;
const redis = connectRedis(config.REDIS_URL, "ring-memory");
afterAll(async () => {
  redis.disconnect();
  await world.close();
});

const keys = createKeys(config.REDIS_PREFIX);
const BOT = newId();
const CHAT = 5;
const rings = createRingMemory(redis, keys, BOT);
const claim = (kind: "alert.ring" | "alert.closed" | "trip.ring", standing: number | null) => {
  const isClosing = kind === "alert.closed";
  return {
    chatId: CHAT,
    notification: { kind },
    editMessageId: isClosing ? standing : null,
    deleteMessageId: isClosing ? null : standing,
  } as ClaimedNotification;
};
const messages = ({ editMessageId, formerMessageIds }: Awaited<ReturnType<typeof rings.before>>) => ({
  editMessageId,
  formerMessageIds,
});

beforeEach(async () => void (await redis.del(keys.ring(BOT, CHAT))));

describe("the memory of rings", () => {
  it("lets the message that rang last go with the next ring, whichever alert it was for", async () => {
    await rings.after(claim("alert.ring", null), 10);
    expect(messages(await rings.before(claim("alert.ring", null)))).toEqual({
      editMessageId: null,
      formerMessageIds: [10],
    });
  });

  it("closes an alert where it rang last", async () => {
    await rings.after(claim("alert.ring", null), 10);
    expect(messages(await rings.before(claim("alert.closed", 10)))).toEqual({
      editMessageId: 10,
      formerMessageIds: [],
    });
  });

  it("leaves no ring behind that an emptied Redis forgot: the ledger still knows it", async () => {
    await rings.after(claim("alert.ring", null), 11);
    expect(await rings.before(claim("alert.ring", 10))).toMatchObject({ formerMessageIds: [11, 10] });
    expect(await rings.before(claim("alert.closed", 10))).toMatchObject({ editMessageId: 11, formerMessageIds: [10] });
  });

  it("knows again, once an emptied Redis forgot it, the message that one alert was closed in and another still rings in", async () => {
    await rings.after(claim("alert.closed", 12), 12);
    expect(await rings.before(claim("alert.closed", null))).toMatchObject({ editMessageId: 12 });
  });

  it("has no say in what rings for a courier", async () => {
    await rings.after(claim("alert.ring", null), 10);
    expect(await rings.before(claim("trip.ring", 3))).toMatchObject({ editMessageId: null, formerMessageIds: [3] });
  });
});
