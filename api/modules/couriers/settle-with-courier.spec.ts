import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CourierPurse, CourierView } from "#shared/contracts/courier";
import type { Currency } from "#shared/kernel/money";
import { CUSTOMARY_SUMS, minorOf } from "#shared/money/customary-sums";
import { assignedTo, ok, startWork } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const courierId = () => world.seeded.couriers.courier1!;
const branchId = () => world.seeded.branches.plov!;
const purse = async (who = "dispatcher") => ok<CourierPurse>(await world.as(who).get(`/couriers/${courierId()}/purse`));
const settlement = (amountMinor: number, change = {}) => ({
  settlementId: world.deps.newId(),
  branchId: branchId(),
  amountMinor,
  ...change,
});
const handIn = (body: object, who = "dispatcher") => world.as(who).post(`/couriers/${courierId()}/cash-hand-ins`, body);
const payOut = (body: object, who = "manager") => world.as(who).post(`/couriers/${courierId()}/pay-outs`, body);
const told = (settlementId: string) =>
  world.owner`select body from notifications where subject_id = ${settlementId} and kind = 'courier.settled'`;

/** The courier takes the money for an order at its door. */
async function bringForCash() {
  const { deliveryId, pin } = await assignedTo(world, "courier1");
  const courier = world.as("courier1");
  ok(await courier.post(`/deliveries/${deliveryId}/pick-up`));
  ok(await courier.post(`/deliveries/${deliveryId}/hand-over`, { proof: { kind: "pin", pin } }));
}

describe("the cash of customers", () => {
  it("goes from the courier's hand into the till once, however often it is tapped, and he may carry cash again", async () => {
    await startWork(world, "courier1");
    await bringForCash();
    const { cashInHandMinor } = await purse();
    expect(cashInHandMinor).toBeGreaterThan(0);
    await world.owner`update couriers set cash_limit_minor = ${cashInHandMinor} where id = ${courierId()}`;
    const obstacles = async () =>
      ok<{ obstacles: string[] }>(await world.as("courier1").get("/couriers/me/place")).obstacles;
    expect(await obstacles()).toContain("cash_limit");

    const all = settlement(cashInHandMinor);
    const taps = await Promise.all([handIn(all), handIn(all)]);
    for (const tap of taps) expect(ok(tap)).toMatchObject({ cashInHandMinor: 0 });
    expect(await purse("kitchen")).toMatchObject({ cashInHandMinor: 0 });
    expect(await obstacles()).not.toContain("cash_limit");
    const [till] = await world.owner`
      select sum(amount_minor)::int as minor from money_entries where account = 'till' and party_id = ${branchId()}`;
    expect(till).toEqual({ minor: cashInHandMinor });
    expect((await told(all.settlementId)).map(({ body }) => body)).toEqual([
      expect.objectContaining({ handedIn: true, amountMinor: cashInHandMinor, leftMinor: 0, currency: "UZS" }),
    ]);
    const audited = await world.owner`select after from audit_log where action = 'courier.cash_hand_in'`;
    expect(audited).toEqual([{ after: { amountMinor: cashInHandMinor, branchId: branchId() } }]);
  });

  it("is never taken in for more than there is, two people at once included, nor by a courier", async () => {
    await world.owner`update couriers set cash_limit_minor = 1000000000 where id = ${courierId()}`;
    await bringForCash();
    const { cashInHandMinor } = await purse();
    const replies = await Promise.all([handIn(settlement(cashInHandMinor)), handIn(settlement(cashInHandMinor))]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await handIn(settlement(1))).toMatchObject({
      status: 409,
      body: { code: "courier.hand_in_too_large", details: { cashInHandMinor: 0 } },
    });
    expect((await handIn(settlement(0))).status).toBe(422);
    expect((await handIn(settlement(1), "courier1")).status).toBe(403);
    expect((await handIn(settlement(1, { branchId: world.deps.newId() }))).status).toBe(404);
  });
});

describe("what a courier has earned", () => {
  it("is paid out of the till by a manager, never more than is owed", async () => {
    const { owedMinor } = await purse();
    expect(owedMinor).toBeGreaterThan(0);
    const all = settlement(owedMinor);
    expect((await payOut(all, "dispatcher")).status).toBe(403);
    expect(await payOut(settlement(owedMinor + 1))).toMatchObject({
      status: 409,
      body: { code: "courier.pay_out_too_large" },
    });
    expect(ok(await payOut(all))).toMatchObject({ owedMinor: 0 });
    expect(ok(await payOut(all))).toMatchObject({ owedMinor: 0 });
    expect((await told(all.settlementId)).map(({ body }) => body.handedIn)).toEqual([false]);
  });
});

describe("whoever is manager of one branch and cooks in all of them", () => {
  it("pays out of the till of that one, and of no other", async () => {
    const { plov, burger } = world.seeded.branches;
    const grant = { accountId: world.seeded.accounts.kitchen!, role: "manager", branchId: burger };
    ok(await world.as("owner").post("/members", grant));
    expect(await payOut(settlement(1, { branchId: plov }), "kitchen")).toMatchObject({
      status: 404,
      body: { code: "branch.not_found" },
    });
    expect(await payOut(settlement(1, { branchId: burger }), "kitchen")).toMatchObject({
      status: 409,
      body: { code: "courier.pay_out_too_large" },
    });
  });
});

describe("a courier who is let in", () => {
  it("may take cash orders at once, up to a limit that fits the currency", async () => {
    const newcomer = world.as("customer", "courier");
    const { id, currency } = ok<CourierView>(await newcomer.post("/couriers", { vehicle: "bicycle" }));
    const { cashLimitMinor } = ok<CourierView>(await world.as("dispatcher").post(`/couriers/${id}/approve`));
    expect(cashLimitMinor).toBe(minorOf(CUSTOMARY_SUMS[currency as Currency].cashLimit, currency));
    expect(cashLimitMinor).toBeGreaterThan(0);
  });
});
