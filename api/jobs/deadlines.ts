import { alertRing } from "./alert-ring.job";
import { courierSilence } from "./courier-silence.job";
import { daySummary } from "./day-summary.job";
import type { Deadline } from "./deadline";
import { dispatch } from "./dispatch.job";
import { invoiceExpiry } from "./invoice-expiry.job";
import { offerExpiry } from "./offer-expiry.job";
import { orderLate } from "./order-late.job";
import { orderRelease } from "./order-release.job";
import { orderUnconfirmed } from "./order-unconfirmed.job";

/** Every deadline of the house; alarms wake them in time, the sweeper finds what no alarm woke. */
export const DEADLINES: readonly Deadline[] = [
  alertRing,
  offerExpiry,
  dispatch,
  invoiceExpiry,
  orderRelease,
  orderUnconfirmed,
  orderLate,
  courierSilence,
  daySummary,
];
