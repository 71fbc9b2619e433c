import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { notificationLedger } from "#sim/testing/notification-ledger";
import { createWorld } from "#sim/testing/world";
import { OUTLET_LEASE_MS } from "./outlet-lease";

const world = await createWorld();
afterAll(() => world.close());

const { deps } = world;
const { card, claim, closed, clear, ring, sent, states, tell, manager } = notificationLedger(world);
beforeEach(clear);

describe("cards", () => {
  it("are sent in their newest version only, and the older ones count as said", async () => {
    const orderId = deps.newId();
    for (const version of [1, 2, 3]) await tell(card(orderId), version);
    const claimed = await claim();
    expect(claimed.map(({ version, editMessageId }) => [version, editMessageId])).toEqual([[3, null]]);
    await sent(claimed[0]!);
    expect(await states()).toEqual({ sent: 3 });
    expect(await claim()).toEqual([]);
  });

  it("are edited in place from the second on", async () => {
    const orderId = deps.newId();
    await tell(card(orderId), 1);
    await sent((await claim())[0]!, 55);
    await tell(card(orderId), 2);
    expect((await claim())[0]).toMatchObject({ editMessageId: 55, deleteMessageId: null });
  });

  it("of one thread are never in two hands at once", async () => {
    const orderId = deps.newId();
    await tell(card(orderId), 1);
    const [first] = await claim();
    await tell(card(orderId), 2);
    expect(await claim()).toEqual([]);
    await sent(first!, 56);
    expect(await claim()).toMatchObject([{ version: 2, editMessageId: 56 }]);
  });

  it("of two people are two", async () => {
    const orderId = deps.newId();
    await tell(card(orderId), 1);
    await tell(card(orderId), 1, manager);
    expect(await claim()).toHaveLength(2);
  });

  it("are sent once more when a slow process may have overwritten the newest", async () => {
    const orderId = deps.newId();
    await tell(card(orderId), 1);
    const [slow] = await claim();
    world.clock.advance(OUTLET_LEASE_MS);
    await tell(card(orderId), 2);
    const [newest] = await claim();
    await sent(newest!, 57);
    expect(await sent(slow!, 57)).toMatchObject({ status: 200 });
    expect(await claim()).toMatchObject([{ version: 2 }]);
  });
});

describe("rings", () => {
  it("name the ring before them, to be deleted", async () => {
    const alertId = deps.newId();
    await tell(ring(alertId, 1), 1);
    await sent((await claim())[0]!, 60);
    await tell(ring(alertId, 2), 2);
    expect((await claim())[0]).toMatchObject({ deleteMessageId: 60, editMessageId: null });
  });

  it("are closed by an edit of the last one; a ring that was not out yet is never sent", async () => {
    const alertId = deps.newId();
    await tell(ring(alertId, 1), 1);
    await sent((await claim())[0]!, 61);
    await tell(ring(alertId, 2), 2);
    await tell(closed(alertId), 3);
    const claimed = await claim();
    expect(claimed).toMatchObject([{ notification: { kind: "alert.closed" }, editMessageId: 61 }]);
    await sent(claimed[0]!, 61);
    expect(await states()).toEqual({ sent: 3 });
  });
});
