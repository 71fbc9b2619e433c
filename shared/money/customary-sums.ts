import { CURRENCY_DIGITS } from "#shared/kernel/currency-digits";
import type { Currency } from "#shared/kernel/money";
import type { Minor } from "#shared/kernel/units";

type CustomarySums = {
  /** What a customer is offered to give a courier. */
  tips: readonly number[];
  /** Notes that people pay with at a door. */
  notes: readonly number[];
  /** How much of the customers' money a new courier may have in hand, until a manager says else. */
  cashLimit: number;
};

/** Sums that people of a currency think in, in whole units of it. */
export const CUSTOMARY_SUMS: Readonly<Record<Currency, CustomarySums>> = {
  UZS: { tips: [5_000, 10_000, 20_000], notes: [50_000, 100_000, 200_000, 500_000], cashLimit: 2_000_000 },
  KZT: { tips: [200, 500, 1_000], notes: [2_000, 5_000, 10_000, 20_000], cashLimit: 80_000 },
  RUB: { tips: [50, 100, 200], notes: [500, 1_000, 2_000, 5_000], cashLimit: 15_000 },
  USD: { tips: [1, 2, 5], notes: [10, 20, 50, 100], cashLimit: 200 },
  EUR: { tips: [1, 2, 5], notes: [10, 20, 50, 100], cashLimit: 200 },
};

/** Whole units of a currency in its minor units. */
export const minorOf = (whole: number, currency: Currency): Minor => whole * 10 ** CURRENCY_DIGITS[currency];
