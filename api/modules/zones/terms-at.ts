import { chooseZone } from "#api/domain/quote/choose-zone";
import type { QuoteBranch } from "#api/domain/quote/quote-types";
import type { DeliveryTerms } from "#shared/contracts/branch";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import { Refusal } from "#shared/kernel/refusal";
import { CIRCUITY } from "#shared/kernel/vehicle";

/** What bringing something to the point costs at least; `null` when the branch brings nothing there now. */
export function termsAt(branch: QuoteBranch, point: Point, at: Date): DeliveryTerms | null {
  try {
    return findTerms(branch, point, at);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** As `termsAt`. @throws Refusal `zone.outside`, `zone.paused` */
export function findTerms(branch: QuoteBranch, point: Point, at: Date): DeliveryTerms {
  const streetMetres = Math.round(distanceMetres(branch.point, point) * CIRCUITY);
  // The smallest order pays the most: nothing of it is free yet.
  const smallest = { point, subtotalMinor: 0, distanceMetres: streetMetres, cookAt: at };
  const { zone, feeMinor } = chooseZone(branch.zones, smallest);
  const { id: zoneId, minimumMinor, promisedMinutes } = zone;
  return { zoneId, feeMinor, minimumMinor, promisedMinutes, distanceMetres: streetMetres };
}
