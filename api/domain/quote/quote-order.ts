import { distanceMetres } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { Metres, Minor } from "#shared/kernel/units";
import { CIRCUITY } from "#shared/kernel/vehicle";
import { chooseZone } from "./choose-zone";
import { countPortions } from "./count-portions";
import { fingerprintOf } from "./fingerprint";
import { checkOpen, cookTime, planTimes } from "./plan-times";
import { priceLine } from "./price-line";
import type { ArrivalRange, Quote, QuoteBranch, QuoteItem, QuoteRequest, QuoteTimes } from "./quote-types";

export type QuoteInput = {
  branch: QuoteBranch;
  /** At least those that the lines name. */
  items: ReadonlyMap<Id, QuoteItem>;
  request: QuoteRequest;
  at: Date;
  /** What history expects of it; left out or null: the branch's and the zone's minutes alone. */
  arrival?: ArrivalRange | null;
};

/**
 * What an order would cost and when it would come, by everything that is known at `at`. Asking changes nothing; placing
 * asks again and compares fingerprints, so that nobody pays a price that they have not seen.
 *
 * @throws Refusal `cart.empty`; of items and modifiers (`priceLine`, `countPortions`); of the place (`chooseZone`,
 * `branch.pickup_not_offered`); of the time (`planTimes`, `checkOpen`); `quote.below_minimum`, `payment.not_offered`,
 * `payment.change_too_small`
 */
export function quoteOrder({ branch, items, request, at, arrival = null }: QuoteInput): Quote {
  if (request.lines.length === 0) throw new Refusal("cart.empty");
  const lines = request.lines.map((line) => priceLine(items, line));
  const portions = countPortions(items, request.lines);
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);

  const carriage = quoteCarriage(branch, request, subtotalMinor, { at, arrival });
  const totalMinor = subtotalMinor + carriage.feeMinor;
  const changeMinor = checkPayment(branch, request, totalMinor);

  const { fulfilment } = request.destination;
  const priced = { branchId: branch.id, currency: branch.currency, fulfilment, lines, subtotalMinor, totalMinor };
  const fingerprint = fingerprintOf({ ...priced, zoneId: carriage.zoneId, feeMinor: carriage.feeMinor });
  return { ...priced, ...carriage, changeMinor, portions, fingerprint };
}

type Carriage = { zoneId: Id | null; feeMinor: Minor; distanceMetres: Metres | null; times: QuoteTimes };

/** How it reaches the customer: where, for what fee and when. */
function quoteCarriage(
  branch: QuoteBranch,
  request: QuoteRequest,
  subtotalMinor: Minor,
  { at, arrival }: { at: Date; arrival: ArrivalRange | null },
): Carriage {
  const { destination, scheduledFor } = request;
  if (destination.fulfilment === "pickup") {
    if (!branch.offersPickup) throw new Refusal("branch.pickup_not_offered");
    const times = planTimes(branch, { straightMetres: null, promisedMinutes: 0 }, scheduledFor, at);
    checkOpen(branch, times.cookAt);
    return { zoneId: null, feeMinor: 0, distanceMetres: null, times };
  }
  const { point } = destination;
  const straightMetres = distanceMetres(branch.point, point);
  const street = Math.round(straightMetres * CIRCUITY);
  const cookAt = cookTime(branch, { straightMetres }, scheduledFor, at);
  const { zone, feeMinor } = chooseZone(branch.zones, { point, subtotalMinor, distanceMetres: street, cookAt });
  const { promisedMinutes } = zone;
  const times = planTimes(branch, { straightMetres, promisedMinutes, arrival }, scheduledFor, at);
  checkOpen(branch, times.cookAt);
  checkMinimum(zone.minimumMinor, subtotalMinor);
  return { zoneId: zone.id, feeMinor, distanceMetres: street, times };
}

function checkMinimum(minimumMinor: Minor, subtotalMinor: Minor): void {
  if (subtotalMinor >= minimumMinor) return;
  throw new Refusal("quote.below_minimum", { minimumMinor, missingMinor: minimumMinor - subtotalMinor });
}

/** @returns the change to bring, or null when no note was named */
function checkPayment(branch: QuoteBranch, { payment }: QuoteRequest, totalMinor: Minor): Minor | null {
  const offered = payment.method === "cash" ? branch.takesCash : branch.takesInvoice;
  if (!offered) throw new Refusal("payment.not_offered", { method: payment.method });
  if (payment.method === "invoice" || payment.givenMinor === null) return null;
  if (payment.givenMinor < totalMinor) throw new Refusal("payment.change_too_small", { totalMinor });
  return payment.givenMinor - totalMinor;
}
