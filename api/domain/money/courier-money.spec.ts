import { describe, expect, it } from "vitest";
import { handInCash, payCourier, payOut, tipCourier } from "./courier-money";
import { balanced, balanceOf } from "./movement";
import { bookOf } from "./order-book";
import { payCash } from "./order-money";

const courier = { courierId: "courier", currency: "UZS", amountMinor: 1_500_000 } as const;
const order = {
  id: "order",
  accountId: "customer",
  branchId: "branch",
  currency: "UZS",
  subtotalMinor: 9_000_000,
  feeMinor: 1_000_000,
  paymentMethod: "cash",
} as const;

describe("the money of a courier", () => {
  it("is owed for every finished trip and every tip, until it is paid out", () => {
    const earned = [
      payCourier({ ...courier, tripId: "trip" }),
      tipCourier({ ...courier, tipId: "tip", orderId: "order", amountMinor: 500_000 }),
    ];
    expect(balanceOf(earned, "courier_owed", "courier")).toBe(-2_000_000);
    const after = [...earned, payOut({ ...courier, payOutId: "out", branchId: "branch", amountMinor: 2_000_000 })];
    expect(balanceOf(after, "courier_owed", "courier")).toBe(0);
    expect(balanceOf(after, "courier_cost", "courier")).toBe(1_500_000);
  });

  it("is apart from the customers' cash in hand, which goes to the till", () => {
    const past = [payCash(order, "courier"), payCourier({ ...courier, tripId: "trip" })];
    expect(balanceOf(past, "courier_cash", "courier")).toBe(10_000_000);
    const after = [...past, handInCash({ ...courier, handInId: "in", branchId: "branch", amountMinor: 10_000_000 })];
    expect(balanceOf(after, "courier_cash", "courier")).toBe(0);
    expect(balanceOf(after, "till", "branch")).toBe(10_000_000);
  });

  it("changes nothing of what the customer has paid for the order", () => {
    const past = [tipCourier({ ...courier, tipId: "tip", orderId: "order" })];
    expect(bookOf(past)).toMatchObject({ paidMinor: 0, refundableMinor: 0, chargedMinor: 0 });
  });

  it("is nothing for a trip without pay: no entries, no crooked zero", () => {
    expect(payCourier({ ...courier, tripId: "trip", amountMinor: 0 }).entries).toEqual([]);
  });
});

describe("a movement", () => {
  const head = { kind: "charge", causeId: "x", orderId: null, courierId: null, currency: "UZS" } as const;
  const entry = (amountMinor: number) => ({ account: "till", partyId: null, amountMinor }) as const;

  it("must balance, in whole minor units", () => {
    expect(() => balanced(head, [entry(1), entry(-2)])).toThrow(RangeError);
    expect(() => balanced(head, [entry(0.5), entry(-0.5)])).toThrow(RangeError);
    expect(() => balanced(head, [entry(Number.NaN)])).toThrow(RangeError);
    expect(balanced(head, [entry(2), entry(-2)]).entries).toHaveLength(2);
  });
});
