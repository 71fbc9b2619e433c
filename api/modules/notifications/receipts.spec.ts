import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { ReceiptedAll } from "#shared/contracts/outlet";
import { notificationLedger } from "#sim/testing/notification-ledger";
import { createWorld } from "#sim/testing/world";
import { CLAIMS_WITHOUT_RECEIPT_MAX, OUTLET_LEASE_MS } from "./outlet-lease";

const world = await createWorld();
afterAll(() => world.close());

const { deps, seeded, owner } = world;
const { bot, claim, clear, receipt, sent, states, summary, tell, dispatcher } = notificationLedger(world);
beforeEach(clear);

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
      select unreachable_reason from bot_chats where account_id = ${dispatcher} and bot_id = ${seeded.bots.staff!}`;
    expect(chat).toEqual({ unreachable_reason: "blocked" });
  });

  it("may come with many others, each judged by itself", async () => {
    for (let i = 0; i < 3; i += 1) await tell(summary());
    const [first, second, third] = await claim();
    world.clock.advance(OUTLET_LEASE_MS);
    const [again] = await claim(1);
    const [late, punctual] = [first!, second!, third!].toSorted((one) => (one.id === again!.id ? -1 : 1));
    const receipts = [
      { id: late!.id, receipt: { outcome: "sent", leaseId: late!.leaseId, messageId: 1 } },
      { id: punctual!.id, receipt: { outcome: "sent", leaseId: punctual!.leaseId, messageId: 2 } },
      { id: deps.newId(), receipt: { outcome: "retry", leaseId: deps.newId(), afterSeconds: 1 } },
    ];
    const { body } = await bot.post("/notifications/receipts", { receipts });
    expect((body as ReceiptedAll).receipted.map(({ state }) => state)).toEqual([null, "sent", null]);
    expect(await states()).toEqual({ due: 2, sent: 1 });
  });

  it("that comes twice at once among others, in whatever order, is one answer", async () => {
    for (let i = 0; i < 4; i += 1) await tell(summary());
    const receipts = (await claim()).map(({ id, leaseId }) => ({
      id,
      receipt: { outcome: "sent", leaseId, messageId: 7 },
    }));
    const answers = await Promise.all([
      bot.post("/notifications/receipts", { receipts }),
      bot.post("/notifications/receipts", { receipts: receipts.toReversed() }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await states()).toEqual({ sent: 4 });
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
