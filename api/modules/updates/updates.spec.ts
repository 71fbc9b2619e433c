import { afterAll, describe, expect, it } from "vitest";
import type { RecordedUpdates, TakenUpdates } from "#shared/contracts/updates";
import { orderPayload, tipPayload } from "#shared/money/invoice-payload";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";
import { UPDATE_ATTEMPTS_MAX, UPDATE_LEASE_MS } from "./update-lease";

const world = await createWorld();
afterAll(() => world.close());

const bot = world.asBot("customer");
let lastId = 0;
const update = (updateId = ++lastId, body: unknown = { message: { text: "hello" } }) => ({ updateId, body });
const record = async (...updates: unknown[]) => (await bot.post("/updates", { updates })).body as RecordedUpdates;
const takeOver = async () => ((await bot.post("/updates/take-over")).body as TakenUpdates).updates;
const finish = (updateId: number, body?: object) => bot.post(`/updates/${updateId}/finish`, body);

describe("an update from Telegram", () => {
  it("is new exactly once, also when it comes twice at the same moment", async () => {
    const one = update();
    const answers = await Promise.all([record(one), record(one), record(one)]);
    expect(answers.flatMap(({ fresh }) => fresh)).toEqual([one.updateId]);
    await finish(one.updateId);
  });

  it("of one bot is not that of another with the same number", async () => {
    const one = update();
    await record(one);
    const other = await world.asBot("courier").post("/updates", { updates: [one] });
    expect(other.body).toEqual({ fresh: [one.updateId] });
    await finish(one.updateId);
  });

  it("is taken over once its holder has been silent for a lease, and by one process only", async () => {
    const one = update();
    await record(one);
    expect(await takeOver()).toEqual([]);
    world.clock.advance(UPDATE_LEASE_MS);
    const takers = await Promise.all([takeOver(), takeOver(), takeOver()]);
    expect(takers.flat()).toEqual([{ ...one, attempt: 2 }]);
    await finish(one.updateId);
  });

  it("is not given out again once it is finished, and finishing twice is one answer", async () => {
    const one = update();
    await record(one);
    const answers = await Promise.all([finish(one.updateId), finish(one.updateId)]);
    expect(answers.map((answer) => answer.body)).toEqual(Array(2).fill({ finished: true, attempts: 1 }));
    world.clock.advance(UPDATE_LEASE_MS);
    expect(await takeOver()).toEqual([]);
  });

  it("that fails is tried again after a pause, and given up visibly in the end", async () => {
    const one = update();
    await record(one);
    for (let attempt = 1; attempt < UPDATE_ATTEMPTS_MAX; attempt += 1) {
      expect((await finish(one.updateId, { failure: "boom" })).body).toEqual({ finished: false, attempts: attempt });
      expect(await takeOver()).toEqual([]);
      world.clock.advance(attempt ** 2 * 1_000);
      expect(await takeOver()).toHaveLength(1);
    }
    expect((await finish(one.updateId, { failure: "boom" })).body).toMatchObject({ finished: true });
    expect((await bot.get("/updates/failed")).body).toMatchObject({
      failed: [{ updateId: one.updateId, attempts: UPDATE_ATTEMPTS_MAX, reason: "boom" }],
    });
  });

  it("that kills every process which takes it is given up, too", async () => {
    const one = update();
    await record(one);
    for (let attempt = 1; attempt < UPDATE_ATTEMPTS_MAX; attempt += 1) {
      world.clock.advance(UPDATE_LEASE_MS);
      expect(await takeOver()).toHaveLength(1);
    }
    world.clock.advance(UPDATE_LEASE_MS);
    expect(await takeOver()).toEqual([]);
    const failed = (await bot.get("/updates/failed")).body as { failed: { updateId: number }[] };
    expect(failed.failed.map((row) => row.updateId)).toContain(one.updateId);
  });

  it("with characters that Postgres cannot keep is recorded without them", async () => {
    const one = update(undefined, { message: { text: "a\0b\ud800c" } });
    expect(await record(one)).toEqual({ fresh: [one.updateId] });
    world.clock.advance(UPDATE_LEASE_MS);
    expect(await takeOver()).toMatchObject([{ body: { message: { text: "ab\ufffdc" } } }]);
    await finish(one.updateId);
  });

  it("keeps the beginning of whatever the reason of its failure was", async () => {
    const one = update();
    await record(one);
    const failure = `a\0b\ud800${"x".repeat(2_000)}`;
    expect(await finish(one.updateId, { failure })).toMatchObject({ status: 200, body: { finished: false } });
    const [row] = await world.owner`select failed_reason from inbound_updates where update_id = ${one.updateId}`;
    expect(row!.failed_reason).toMatch(/^ab\ufffdx{100,}$/);
    await finish(one.updateId);
  });

  it("that was never recorded cannot be finished", async () => {
    expect(await finish(999_999)).toMatchObject({ status: 404, body: { code: "update.not_found" } });
  });

  it("is the business of the bots process alone", async () => {
    const body = { updates: [update()] };
    expect(await world.caller().post("/updates", body)).toMatchObject({ status: 401 });
    expect(await world.caller({ authorization: "Bearer made-up" }).post("/updates", body)).toMatchObject({
      status: 403,
      body: { code: "auth.not_allowed" },
    });
  });
});

describe("an update that tells of a payment", () => {
  const charge = (providerChargeId: string) => ({ provider_payment_charge_id: providerChargeId });
  const paid = (payload: string, providerChargeId: string) =>
    update(undefined, { message: { successful_payment: { invoice_payload: payload, ...charge(providerChargeId) } } });
  const troubles = (orderId: string) =>
    world.owner`select details from alerts where subject_id = ${orderId} and kind = 'payment_trouble'`;

  /** Every try fails, or ends with its process. */
  async function giveUp(updateId: number, failure?: string): Promise<void> {
    for (let attempt = 1; attempt < UPDATE_ATTEMPTS_MAX; attempt += 1) {
      if (failure) await finish(updateId, { failure });
      world.clock.advance(UPDATE_LEASE_MS);
      expect(await takeOver()).toHaveLength(1);
    }
    if (failure) return void (await finish(updateId, { failure }));
    world.clock.advance(UPDATE_LEASE_MS);
    await takeOver();
  }

  it("and is given up rings somebody, for an order and for a tip", async () => {
    for (const [payload, failure] of [
      [orderPayload, "boom"],
      [tipPayload, undefined],
    ] as const) {
      const order = await placed(world, { paymentMethod: "invoice" });
      const one = paid(payload.pack(order.id), "p1");
      await record(one);
      await giveUp(one.updateId, failure);
      expect(await troubles(order.id)).toEqual([{ details: { code: order.code } }]);
    }
  });

  it("that was booked before it was given up rings nobody, nor does one of an order that is not there", async () => {
    const order = await placed(world, { paymentMethod: "invoice" });
    const { totalMinor: amountMinor, currency, id } = order;
    const booked = { providerChargeId: "p2", telegramChargeId: "t2", amountMinor, currency };
    expect(await world.as("customer").post(`/orders/${id}/payment`, booked)).toMatchObject({ status: 200 });
    const nowhere = world.deps.newId();
    for (const one of [paid(orderPayload.pack(id), "p2"), paid(orderPayload.pack(nowhere), "p3"), paid("odd", "p4")]) {
      await record(one);
      await giveUp(one.updateId, "boom");
    }
    expect(await troubles(id)).toEqual([]);
    expect(await troubles(nowhere)).toEqual([]);
  });
});
