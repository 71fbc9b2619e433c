import type { Id } from "#shared/kernel/ids";
import type { Currency } from "#shared/kernel/money";
import { Refusal } from "#shared/kernel/refusal";
import type { Minor } from "#shared/kernel/units";
import type { PaymentMethod } from "#shared/money/payment";
import type { OrderStatus } from "#shared/order/order-status";
import { balanced, type Entry, type Head, type Movement, madeBy } from "./movement";
import { bookOf } from "./order-book";

/** What money needs to know of an order. */
export type PaidOrder = {
  id: Id;
  accountId: Id;
  branchId: Id;
  currency: Currency;
  subtotalMinor: Minor;
  feeMinor: Minor;
  paymentMethod: PaymentMethod;
};

const head = (order: PaidOrder, kind: Head["kind"], causeId: Id, courierId: Id | null = null): Head => ({
  kind,
  causeId,
  orderId: order.id,
  courierId,
  currency: order.currency,
});

const owes = (order: PaidOrder, amountMinor: Minor): Entry => ({
  account: "customer_owes",
  partyId: order.accountId,
  amountMinor,
});

const earned = (order: PaidOrder, sign: 1 | -1): Entry[] => [
  { account: "sales", partyId: order.branchId, amountMinor: -sign * order.subtotalMinor },
  { account: "delivery_fees", partyId: order.branchId, amountMinor: -sign * order.feeMinor },
];

const totalOf = ({ subtotalMinor, feeMinor }: PaidOrder): Minor => subtotalMinor + feeMinor;

/** At placement: the customer owes the total. Caused by the order itself. */
export const charge = (order: PaidOrder): Movement =>
  balanced(head(order, "charge", order.id), [owes(order, totalOf(order)), ...earned(order, 1)]);

/** The invoice was paid: the provider holds the money. */
export const payInvoice = (order: PaidOrder): Movement =>
  balanced(head(order, "invoice_payment", order.id), [
    { account: "provider_holds", partyId: null, amountMinor: totalOf(order) },
    owes(order, -totalOf(order)),
  ]);

/** At the door the courier takes the cash; at the counter the till does (`courierId` null). */
export const payCash = (order: PaidOrder, courierId: Id | null): Movement => {
  const amountMinor = totalOf(order);
  const taken: Entry = courierId
    ? { account: "courier_cash", partyId: courierId, amountMinor }
    : { account: "till", partyId: order.branchId, amountMinor };
  return balanced(head(order, "cash_payment", order.id, courierId), [taken, owes(order, -amountMinor)]);
};

/** The order ended before it was paid: nobody owes anything for it. */
const voidCharge = (order: PaidOrder): Movement =>
  balanced(head(order, "charge_void", order.id), [owes(order, -totalOf(order)), ...earned(order, -1)]);

/**
 * Gives money back the way it came: by the provider, or from the till. The same cause again is the same refund. Of a
 * charge that is void nothing was earned: what was paid for it is no cost to the branch, it is the customer's own.
 *
 * @param past all movements of the order
 * @throws Refusal `payment.refund_too_large` with what is `refundableMinor`
 * @throws RangeError for an amount that is not positive
 */
export function refund(
  order: PaidOrder,
  past: readonly Movement[],
  { causeId, amountMinor }: { causeId: Id; amountMinor: Minor },
): Movement {
  const made = madeBy(past, "refund", causeId);
  if (made) return made;
  if (!(amountMinor > 0)) throw new RangeError(`not a refund: ${amountMinor}`);
  const { refundableMinor, chargedMinor } = bookOf(past);
  if (amountMinor > refundableMinor) throw new Refusal("payment.refund_too_large", { refundableMinor });

  const source: Entry =
    order.paymentMethod === "invoice"
      ? { account: "provider_holds", partyId: null, amountMinor: -amountMinor }
      : { account: "till", partyId: order.branchId, amountMinor: -amountMinor };
  const given: Entry =
    chargedMinor === 0 ? owes(order, amountMinor) : { account: "refunds", partyId: order.branchId, amountMinor };
  return balanced(head(order, "refund", causeId), [given, source]);
}

const GIVES_BACK: readonly OrderStatus[] = ["rejected", "cancelled", "expired"];
const TAKES_BACK: readonly OrderStatus[] = [...GIVES_BACK, "failed"];

/**
 * What follows for money when an order ends without being delivered; `null` when nothing does. Unpaid: the charge goes.
 * Paid: all that is left of it is given back, but not for a failed hand-over, where a manager decides whose fault it was.
 *
 * @param past all movements of the order
 */
export function settleEnd(order: PaidOrder, past: readonly Movement[], status: OrderStatus): Movement | null {
  const { paidMinor, refundableMinor, outstandingMinor } = bookOf(past);
  if (paidMinor === 0) return TAKES_BACK.includes(status) && outstandingMinor > 0 ? voidCharge(order) : null;
  if (!GIVES_BACK.includes(status)) return null;
  return refundableMinor > 0 ? refund(order, past, { causeId: order.id, amountMinor: refundableMinor }) : null;
}
