import { z } from "zod";

/**
 * Accounts of the business. A positive entry is what the business has or is owed, or what something cost it; a
 * negative one is what it owes or has earned. `party` of an entry says whose: the customer, the courier, the branch.
 */
export const LedgerAccount = z.enum([
  "customer_owes",
  "provider_holds",
  "courier_cash",
  "till",
  "sales",
  "delivery_fees",
  "refunds",
  "courier_owed",
  "courier_cost",
]);
export type LedgerAccount = z.infer<typeof LedgerAccount>;

export const MovementKind = z.enum([
  "charge",
  "charge_void",
  "invoice_payment",
  "cash_payment",
  "tip",
  "refund",
  "courier_pay",
  "cash_hand_in",
  "pay_out",
]);
export type MovementKind = z.infer<typeof MovementKind>;
