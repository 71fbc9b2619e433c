import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "#shared/kernel/refusal";
import { LedgerAccount } from "#shared/money/ledger";
import { type OrderStatus, TERMINAL_ORDER_STATUSES } from "#shared/order/order-status";
import { balanceOf, type Movement } from "./movement";
import { bookOf, paymentStateOf } from "./order-book";
import { charge, type PaidOrder, payCash, payInvoice, refund, settleEnd } from "./order-money";

const order = (change: Partial<PaidOrder> = {}): PaidOrder => ({
  id: "order",
  accountId: "customer",
  branchId: "branch",
  currency: "UZS",
  subtotalMinor: 9_000_000,
  feeMinor: 1_000_000,
  paymentMethod: "invoice",
  ...change,
});
const cash = order({ paymentMethod: "cash" });
const paid = [charge(order()), payInvoice(order())];
const state = (past: readonly Movement[]) => paymentStateOf(bookOf(past));

/** As the ledger keeps them: what a cause has done is done once. */
const post = (past: readonly Movement[], made: Movement): Movement[] =>
  past.some(({ kind, causeId }) => kind === made.kind && causeId === made.causeId) ? [...past] : [...past, made];

describe("the money of an order", () => {
  it("is owed from placement on, and earned by the branch", () => {
    expect(charge(order()).entries).toEqual([
      { account: "customer_owes", partyId: "customer", amountMinor: 10_000_000 },
      { account: "sales", partyId: "branch", amountMinor: -9_000_000 },
      { account: "delivery_fees", partyId: "branch", amountMinor: -1_000_000 },
    ]);
    expect(state([charge(order())])).toBe("unpaid");
  });

  it("has no entry of nothing: a collected order has no fee", () => {
    expect(charge(order({ feeMinor: 0 })).entries).toHaveLength(2);
  });

  it("is with the provider once the invoice is paid", () => {
    expect(state(paid)).toBe("paid");
    expect(balanceOf(paid, "provider_holds")).toBe(10_000_000);
    expect(balanceOf(paid, "customer_owes")).toBe(0);
  });

  it("is in the courier's hands after a cash delivery, in the till after a collected order", () => {
    expect(balanceOf([payCash(cash, "courier")], "courier_cash", "courier")).toBe(10_000_000);
    expect(balanceOf([payCash(cash, null)], "till", "branch")).toBe(10_000_000);
  });

  it("counts a free order as nothing to pay", () => {
    expect(state([charge(order({ subtotalMinor: 0, feeMinor: 0 }))])).toBe("void");
  });
});

describe("a refund", () => {
  const give = (past: readonly Movement[], causeId: string, amountMinor: number) =>
    post(past, refund(order(), past, { causeId, amountMinor }));

  it("may be a part, and the rest later", () => {
    const part = give(paid, "r1", 4_000_000);
    expect(state(part)).toBe("partially_refunded");
    expect(bookOf(part).refundableMinor).toBe(6_000_000);
    expect(state(give(part, "r2", 6_000_000))).toBe("refunded");
  });

  it("goes back the way the money came", () => {
    expect(balanceOf(give(paid, "r1", 10_000_000), "provider_holds")).toBe(0);
    const inCash = [charge(cash), payCash(cash, "courier")];
    const [back] = [refund(cash, inCash, { causeId: "r1", amountMinor: 1 })];
    expect(back?.entries).toContainEqual({ account: "till", partyId: "branch", amountMinor: -1 });
  });

  it("is never more than what is left, nor anything before the customer paid", () => {
    expect(() => give(give(paid, "r1", 4_000_000), "r2", 6_000_001)).toThrow(
      expect.objectContaining({ code: "payment.refund_too_large", details: { refundableMinor: 6_000_000 } }),
    );
    expect(() => give([charge(order())], "r1", 1)).toThrow("payment.refund_too_large");
  });

  it("is made once, however often its cause is told", () => {
    const all = give(paid, "r1", 10_000_000);
    expect(give(all, "r1", 10_000_000)).toEqual(all);
  });

  it.each([0, -1, Number.NaN])("of %d is a bug", (amountMinor) => {
    expect(() => give(paid, "r1", amountMinor)).toThrow(RangeError);
  });

  it("keeps its ledger whole through any sequence of tries", () => {
    const tries = fc.array(
      fc.record({ causeId: fc.constantFrom("a", "b", "c", "d"), amountMinor: fc.integer({ min: 1, max: 12_000_000 }) }),
    );
    fc.assert(
      fc.property(tries, (wishes) => {
        let past: readonly Movement[] = paid;
        for (const wish of wishes) {
          try {
            past = give(past, wish.causeId, wish.amountMinor);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          const book = bookOf(past);
          expect(book.refundableMinor).toBeGreaterThanOrEqual(0);
          expect(book.refundedMinor + book.refundableMinor).toBe(book.paidMinor);
          expect(balanceOf(past, "provider_holds")).toBe(book.refundableMinor);
        }
      }),
    );
  });
});

describe("the end of an order", () => {
  const settle = (of: PaidOrder, past: readonly Movement[], status: OrderStatus) => {
    const movement = settleEnd(of, past, status);
    return movement ? post(past, movement) : past;
  };

  it.each<OrderStatus>(["rejected", "cancelled", "expired", "failed"])(
    "as %s takes an unpaid charge back",
    (status) => {
      const after = settle(cash, [charge(cash)], status);
      expect(state(after)).toBe("void");
      expect([balanceOf(after, "customer_owes"), balanceOf(after, "sales"), balanceOf(after, "delivery_fees")]).toEqual(
        [0, 0, 0],
      );
    },
  );

  it.each<OrderStatus>(["rejected", "cancelled"])("as %s gives a paid invoice back in full", (status) => {
    expect(state(settle(order(), paid, status))).toBe("refunded");
  });

  it("gives back only what an earlier refund has left", () => {
    const part = post(paid, refund(order(), paid, { causeId: "r1", amountMinor: 4_000_000 }));
    const after = settle(order(), part, "cancelled");
    expect(bookOf(after)).toMatchObject({ refundedMinor: 10_000_000, refundableMinor: 0 });
  });

  it("gives back a payment that arrived when the order had already expired", () => {
    const expired = settle(order(), [charge(order())], "expired");
    const late = settle(order(), post(expired, payInvoice(order())), "expired");
    expect(state(late)).toBe("refunded");
    expect(balanceOf(late, "provider_holds")).toBe(0);
  });

  it("leaves nothing on any account for a payment that came too late, whichever way it is given back", () => {
    const late = [...settle(order(), [charge(order())], "expired"), payInvoice(order())];
    const inParts = post(late, refund(order(), late, { causeId: "r1", amountMinor: 4_000_000 }));
    for (const after of [settle(order(), late, "expired"), settle(order(), inParts, "expired")]) {
      expect(LedgerAccount.options.map((account) => balanceOf(after, account))).toEqual(
        LedgerAccount.options.map(() => 0),
      );
      expect(bookOf(after)).toMatchObject({ refundedMinor: 10_000_000, refundableMinor: 0 });
    }
  });

  it("leaves a paid order that could not be handed over to a manager's judgement", () => {
    expect(settleEnd(order(), paid, "failed")).toBeNull();
  });

  it("moves nothing for an order that was delivered", () => {
    expect(settleEnd(order(), paid, "delivered")).toBeNull();
    expect(settleEnd(cash, [charge(cash)], "delivered")).toBeNull();
  });

  it("is settled once, however often it is told, and every movement balances", () => {
    const money = fc.integer({ min: 0, max: 1_000_000_000 });
    const ends = fc.constantFrom(...TERMINAL_ORDER_STATUSES, "failed" as const);
    fc.assert(
      fc.property(
        money,
        money,
        fc.boolean(),
        fc.boolean(),
        ends,
        (subtotalMinor, feeMinor, byInvoice, isPaid, status) => {
          const of = order({ subtotalMinor, feeMinor, paymentMethod: byInvoice ? "invoice" : "cash" });
          const payment = byInvoice ? payInvoice(of) : payCash(of, "courier");
          const past = isPaid ? [charge(of), payment] : [charge(of)];
          const once = settle(of, past, status);
          expect(settle(of, once, status)).toEqual(once);
          for (const { entries } of once) expect(entries.reduce((sum, entry) => sum + entry.amountMinor, 0)).toBe(0);
          expect(bookOf(once).refundableMinor).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
