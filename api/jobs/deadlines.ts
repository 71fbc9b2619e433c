import { alertRing } from "./alert-ring.job";
import type { Deadline } from "./deadline";
import { invoiceExpiry } from "./invoice-expiry.job";
import { offerExpiry } from "./offer-expiry.job";
import { orderRelease } from "./order-release.job";

/** Every deadline of the house; alarms wake them in time, the sweeper finds what no alarm woke. */
export const DEADLINES: readonly Deadline[] = [offerExpiry, invoiceExpiry, orderRelease, alertRing];
