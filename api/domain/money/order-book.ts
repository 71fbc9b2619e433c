import type { Minor } from "#shared/kernel/units";
import type { MovementKind } from "#shared/money/ledger";
import type { PaymentState } from "#shared/money/payment";
import { balanceOf, type Movement } from "./movement";

/** What the movements of one order say. Tips and courier pay are other people's and count for nothing here. */
export type OrderBook = {
  /** What the customer was asked for, less what was taken back before they paid. */
  chargedMinor: Minor;
  paidMinor: Minor;
  refundedMinor: Minor;
  /** What could still be given back. */
  refundableMinor: Minor;
  /** What the customer still has to pay. */
  outstandingMinor: Minor;
};

const CHARGES: readonly MovementKind[] = ["charge", "charge_void"];
const PAYMENTS: readonly MovementKind[] = ["invoice_payment", "cash_payment"];

/** @param past all movements of one order */
export function bookOf(past: readonly Movement[]): OrderBook {
  const of = (kinds: readonly MovementKind[]) => past.filter(({ kind }) => kinds.includes(kind));
  const chargedMinor = balanceOf(of(CHARGES), "customer_owes");
  const paidMinor = 0 - balanceOf(of(PAYMENTS), "customer_owes");
  const refundedMinor = givenBackMinor(of(["refund"]));
  return {
    chargedMinor,
    paidMinor,
    refundedMinor,
    refundableMinor: paidMinor - refundedMinor,
    outstandingMinor: chargedMinor - paidMinor,
  };
}

/** What refunds gave to the customer: at the cost of the branch, or what they had paid for a void charge. */
export const givenBackMinor = (refunds: readonly Movement[]): Minor =>
  balanceOf(refunds, "refunds") + balanceOf(refunds, "customer_owes");

/** Where the payment stands. `void`: there is nothing to pay, and nothing was. */
export function paymentStateOf({ chargedMinor, paidMinor, refundedMinor }: OrderBook): PaymentState {
  if (paidMinor === 0 && chargedMinor === 0) return "void";
  if (paidMinor < chargedMinor) return "unpaid";
  if (refundedMinor === 0) return "paid";
  return refundedMinor < paidMinor ? "partially_refunded" : "refunded";
}
