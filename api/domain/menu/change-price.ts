import type { BulkChange } from "#shared/contracts/brand-menu";
import { roundMinor } from "#shared/kernel/money";
import { Refusal } from "#shared/kernel/refusal";
import type { Minor } from "#shared/kernel/units";

export type PriceChange = Extract<BulkChange, { kind: "price_percent" | "price_amount" }>;

/** The price after a change of many at once. @throws Refusal `menu.price_below_zero` */
export function changedPrice(priceMinor: Minor, change: PriceChange): Minor {
  const changed = change.kind === "price_amount" ? priceMinor + change.amountMinor : byPercent(priceMinor, change);
  if (changed < 0) throw new Refusal("menu.price_below_zero", { priceMinor });
  return changed;
}

function byPercent(priceMinor: Minor, { percent, roundToMinor }: Extract<PriceChange, { kind: "price_percent" }>) {
  // Percent to whole basis points first: 10.1 % of a price is no matter of binary fractions.
  const exact = (priceMinor * (10_000 + Math.round(percent * 100))) / 10_000;
  return roundMinor(exact / roundToMinor) * roundToMinor;
}
