import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Claimed } from "#shared/contracts/outlet";
import { notificationLedger } from "#sim/testing/notification-ledger";
import { createWorld } from "#sim/testing/world";
import { CLAIMS_WITHOUT_RECEIPT_MAX, OUTLET_LEASE_MS } from "./outlet-lease";

const world = await createWorld();
afterAll(() => world.close());

const { deps } = world;
const { bot, claim, clear, ring, sent, summary, tell, dispatcher, manager } = notificationLedger(world);
const claimed = async (asked: object) =>
  ((await bot.post("/notifications/claim", asked)).body as Claimed).notifications;
beforeEach(clear);

describe("claiming", () => {
  it("gives the most urgent first, each to one process only, however many ask at once", async () => {
    for (let i = 0; i < 6; i += 1) await tell(summary());
    await tell(ring(deps.newId(), 1));
    const claims = await Promise.all([claim(3), claim(3), claim(3)]);
    const all = claims.flat();
    expect(all).toHaveLength(7);
    expect(new Set(all.map(({ id }) => id)).size).toBe(7);
    expect(claims.some(([first]) => first?.notification.kind === "alert.ring")).toBe(true);
  });

  it("gives out of one person's line no more than wanted, and nothing of a line that is full but what is more urgent", async () => {
    for (let i = 0; i < 4; i += 1) await tell(summary());
    await tell(summary(), 1, manager);
    const asked = { limit: 50, perLine: 2 };
    expect((await claimed(asked)).map(({ recipientId }) => recipientId).sort()).toEqual(
      [dispatcher, dispatcher, manager].sort(),
    );
    await tell(ring(deps.newId(), 1));
    const without = [{ recipientId: dispatcher, urgency: 3 }];
    expect((await claimed({ ...asked, without })).map(({ notification: { kind } }) => kind)).toEqual(["alert.ring"]);
    expect(await claimed(asked)).toHaveLength(2);
  });

  it("says that there is more when it could not look through everything that is due", async () => {
    for (let i = 0; i < 3; i += 1) await tell(summary());
    const moreOf = async (limit: number) =>
      ((await bot.post("/notifications/claim", { limit, perLine: 1 })).body as Claimed).more;
    expect(await moreOf(3)).toBe(true);
    expect(await moreOf(3)).toBe(false);
  });

  it("says where to and in which language", async () => {
    await tell(summary());
    expect(await claim()).toMatchObject([{ chatId: 9_000_003, language: "uz", recipientId: dispatcher }]);
  });

  it("gives out nothing before it is due", async () => {
    await tell(summary(), 1, dispatcher, new Date(deps.clock.now().getTime() + 60_000));
    expect(await claim()).toEqual([]);
    world.clock.advance(60_000);
    expect(await claim()).toHaveLength(1);
  });

  it("gives it to the next when the first falls silent for a lease", async () => {
    await tell(summary());
    const [first] = await claim();
    expect(await claim()).toEqual([]);
    world.clock.advance(OUTLET_LEASE_MS);
    const [second] = await claim();
    expect(second!.id).toBe(first!.id);
    expect(await sent(first!)).toMatchObject({ status: 409, body: { code: "notification.lease_lost" } });
    expect(await sent(second!)).toMatchObject({ status: 200, body: { state: "sent" } });
  });

  it("leaves it with the first as long as that one says that it works on it, and not a lease longer", async () => {
    await tell(summary());
    const [first] = await claim();
    const keep = () => world.asBot("staff").post("/notifications/leases", { leaseIds: [first!.leaseId] });
    for (let i = 0; i < 3; i += 1) {
      world.clock.advance(OUTLET_LEASE_MS - 1_000);
      expect((await keep()).status).toBe(200);
    }
    expect(await claim()).toEqual([]);
    world.clock.advance(OUTLET_LEASE_MS);
    const [second] = await claim();
    await keep();
    expect(second!.id).toBe(first!.id);
    expect(await sent(second!)).toMatchObject({ status: 200, body: { state: "sent" } });
  });

  it("does not give one bot what another must say", async () => {
    await tell(summary());
    const other = await world.asBot("customer").post("/notifications/claim", {});
    expect((other.body as Claimed).notifications).toEqual([]);
  });

  it("gives up visibly what kills everybody who sends it", async () => {
    await tell(summary());
    for (let i = 0; i < CLAIMS_WITHOUT_RECEIPT_MAX; i += 1) {
      expect(await claim()).toHaveLength(1);
      world.clock.advance(OUTLET_LEASE_MS);
    }
    expect(await claim()).toEqual([]);
    const reply = await world.as("manager").get("/inbox/dead");
    expect(reply.body).toMatchObject({ dead: [{ reason: "gave_up", recipientId: dispatcher }] });
  });

  it("tells the recipient nothing that they may not see any more", async () => {
    await tell(ring(deps.newId(), 1));
    expect((await claim())[0]!.view).toEqual({ kind: "gone" });
  });
});
