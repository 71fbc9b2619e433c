import type { Id } from "#shared/kernel/ids";
import type { Currency } from "#shared/kernel/money";
import type { Minor } from "#shared/kernel/units";
import { balanced, type Movement } from "./movement";

type Sum = { currency: Currency; amountMinor: Minor; courierId: Id };

/** A finished trip has earned the courier its pay, which the business owes them from now on. */
export const payCourier = ({ tripId, courierId, currency, amountMinor }: Sum & { tripId: Id }): Movement =>
  balanced({ kind: "courier_pay", causeId: tripId, orderId: null, courierId, currency }, [
    { account: "courier_cost", partyId: courierId, amountMinor },
    { account: "courier_owed", partyId: courierId, amountMinor: 0 - amountMinor },
  ]);

/** A tip paid in the chat belongs to the courier, all of it. Cash tips never pass through the business. */
export const tipCourier = ({
  tipId,
  orderId,
  courierId,
  currency,
  amountMinor,
}: Sum & { tipId: Id; orderId: Id }): Movement =>
  balanced({ kind: "tip", causeId: tipId, orderId, courierId, currency }, [
    { account: "provider_holds", partyId: null, amountMinor },
    { account: "courier_owed", partyId: courierId, amountMinor: 0 - amountMinor },
  ]);

/** The courier brings cash of customers to the branch. */
export const handInCash = ({
  handInId,
  branchId,
  courierId,
  currency,
  amountMinor,
}: Sum & { handInId: Id; branchId: Id }): Movement =>
  balanced({ kind: "cash_hand_in", causeId: handInId, orderId: null, courierId, currency }, [
    { account: "till", partyId: branchId, amountMinor },
    { account: "courier_cash", partyId: courierId, amountMinor: 0 - amountMinor },
  ]);

/** The branch pays the courier what they have earned. */
export const payOut = ({
  payOutId,
  branchId,
  courierId,
  currency,
  amountMinor,
}: Sum & { payOutId: Id; branchId: Id }): Movement =>
  balanced({ kind: "pay_out", causeId: payOutId, orderId: null, courierId, currency }, [
    { account: "courier_owed", partyId: courierId, amountMinor },
    { account: "till", partyId: branchId, amountMinor: 0 - amountMinor },
  ]);
