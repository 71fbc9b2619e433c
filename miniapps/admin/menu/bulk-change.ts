import { type BrandMenuView, BulkChange } from "#shared/contracts/brand-menu";
import { CURRENCY_DIGITS } from "#shared/kernel/currency-digits";
import { minorOf } from "../forms/read-fields";

export const KINDS = ["price_percent", "price_amount", "sold_out", "there_again", "category", "archive"] as const;
export type Kind = (typeof KINDS)[number];

/** What the panel holds as the API takes it; `null` while it makes no sense. Percentages round to whole amounts. */
export function changeOf(kind: Kind, value: string, { currency, branches }: BrandMenuView): BulkChange | null {
  const parsed = BulkChange.safeParse(inputOf());
  return parsed.success ? parsed.data : null;

  function inputOf() {
    const branchIds = value ? [value] : branches.map(({ id }) => id);
    switch (kind) {
      case "price_percent":
        return { kind, percent: percentOf(value), roundToMinor: 10 ** CURRENCY_DIGITS[currency] };
      case "price_amount":
        return { kind, amountMinor: minorOf(value, currency) };
      case "sold_out":
      case "there_again":
        return { kind: "availability", branchIds, available: kind === "there_again" };
      case "category":
        return { kind, categoryId: value };
      case "archive":
        return { kind };
    }
  }
}

/** "7,5" as well as "7.5", with or without the sign behind it. */
const percentOf = (text: string): number => {
  const plain = text.trim().replace("%", "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
};
