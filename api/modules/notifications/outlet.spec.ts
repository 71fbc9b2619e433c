import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import type { Notification } from "#shared/contracts/notifications";
import type { Claimed, ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import { createWorld } from "#sim/testing/world";
import { CLAIMS_WITHOUT_RECEIPT_MAX, OUTLET_LEASE_MS } from "./outlet-lease";

const world = await createWorld();
afterAll(() => world.close());

const { deps, seeded, owner } = world;
const HOUSE = systemActor(seeded.organisationId);
const bot = world.asBot("staff");
const DISPATCHER = seeded.accounts.dispatcher!;
const MANAGER = seeded.accounts.manager!;

const tell = (body: Notification, version = 1, recipientId: Id = DISPATCHER, dueAt?: Date) =>
  withActor(deps, HOUSE, async (work) =>
    work.notify({ recipientId, botId: seeded.bots.staff!, version, body, ...(dueAt ? { dueAt } : {}) }),
  );

const summary = (): Notification => ({ kind: "day.summary", branchId: deps.newId(), day: "2026-03-02" });
const card = (orderId: Id): Notification => ({ kind: "order.board_card", orderId, status: "placed" });
const ring = (alertId: Id, n: number): Notification => ({
  kind: "alert.ring",
  alertId,
  alert: "order_late",
  level: "owner",
  ring: n,
});
const closed = (alertId: Id): Notification => ({
  kind: "alert.closed",
  alertId,
  alert: "order_late",
  acknowledged: true,
});

const claim = async (limit = 50) => ((await bot.post("/notifications/claim", { limit })).body as Claimed).notifications;
const receipt = ({ id, leaseId }: ClaimedNotification, body: object) =>
  bot.post(`/notifications/${id}/receipt`, { leaseId, ...body });
const sent = (one: ClaimedNotification, messageId: number | null = 100) => receipt(one, { outcome: "sent", messageId });
const states = async () => {
  const rows = await owner`select state, count(*)::int as n from notifications group by 1`;
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
};

beforeEach(async () => {
  await owner`delete from notifications`;
  await owner`delete from cards`;
  await owner`update bot_chats set unreachable_at = null`;
});

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

  it("says where to and in which language", async () => {
    await tell(summary());
    expect(await claim()).toMatchObject([{ chatId: 9_000_003, language: "uz", recipientId: DISPATCHER }]);
  });

  it("gives out nothing before it is due", async () => {
    await tell(summary(), 1, DISPATCHER, new Date(deps.clock.now().getTime() + 60_000));
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
    expect(reply.body).toMatchObject({ dead: [{ reason: "gave_up", recipientId: DISPATCHER }] });
  });

  it("tells the recipient nothing that they may not see any more", async () => {
    await tell(ring(deps.newId(), 1));
    expect((await claim())[0]!.view).toEqual({ kind: "gone" });
  });
});

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
    await tell(card(orderId), 1, MANAGER);
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

describe("a receipt", () => {
  it("is the same answer when it is sent twice at once", async () => {
    await tell(summary());
    const [one] = await claim();
    const answers = await Promise.all([sent(one!), sent(one!), sent(one!)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("with a pause gives it out again after the pause, as often as it takes", async () => {
    await tell(summary());
    for (let i = 0; i < CLAIMS_WITHOUT_RECEIPT_MAX + 2; i += 1) {
      const [one] = await claim();
      await receipt(one!, { outcome: "retry", afterSeconds: 3 });
      expect(await claim()).toEqual([]);
      world.clock.advance(3_000);
    }
    expect(await claim()).toHaveLength(1);
  });

  it("of somebody who blocked the bot makes them unreachable, so that alerts go to others", async () => {
    await tell(summary());
    const [one] = await claim();
    expect(await receipt(one!, { outcome: "dead", reason: "blocked" })).toMatchObject({ body: { state: "dead" } });
    const [chat] = await owner`
      select unreachable_reason from bot_chats where account_id = ${DISPATCHER} and bot_id = ${seeded.bots.staff!}`;
    expect(chat).toEqual({ unreachable_reason: "blocked" });
  });

  it("for what was never there is not found, and one that makes no sense is refused", async () => {
    const unknown = { outcome: "sent", leaseId: deps.newId(), messageId: 1 };
    expect(await bot.post(`/notifications/${deps.newId()}/receipt`, unknown)).toMatchObject({ status: 404 });
    expect(await bot.post(`/notifications/${deps.newId()}/receipt`, { outcome: "maybe" })).toMatchObject({
      status: 422,
    });
  });

  it("is the business of the bots process alone", async () => {
    expect(await world.caller().post("/notifications/claim", {})).toMatchObject({ status: 401 });
  });
});

describe("the inbox", () => {
  it("shows a person what was said to them, until it is read", async () => {
    await tell(summary());
    await tell(summary(), 1, MANAGER);
    const before = (await world.as("dispatcher").get("/inbox?unread=true")).body as { items: { id: Id }[] };
    expect(before).toMatchObject({ unread: 1 });
    const ids = [before.items[0]!.id];
    expect((await world.as("manager").post("/inbox/read", { ids })).body).toEqual({ marked: 0 });
    expect((await world.as("dispatcher").post("/inbox/read", { ids })).body).toEqual({ marked: 1 });
    expect((await world.as("dispatcher").get("/inbox?unread=true")).body).toMatchObject({ unread: 0, items: [] });
  });

  it("refuses a moment that no calendar has, and a page that is no number", async () => {
    for (const query of ["before=0000-01-01T00:00:00Z", "before=yesterday", "limit=NaN", "limit=0", "limit=1e9"])
      expect(await world.as("dispatcher").get(`/inbox?${query}`)).toMatchObject({
        status: 422,
        body: { code: "request.invalid" },
      });
  });

  it("takes a 'seen' for one's own messages only", async () => {
    await tell(summary());
    const [one] = await claim();
    await sent(one!);
    expect(await world.as("manager").post(`/inbox/${one!.id}/acknowledge`)).toMatchObject({ status: 404 });
    expect(await world.as("dispatcher").post(`/inbox/${one!.id}/acknowledge`)).toMatchObject({
      body: { state: "acknowledged" },
    });
  });
});
