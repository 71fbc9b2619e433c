import type { Currency } from "./money";

/** How many digits of the minor unit there are behind the point. Apart from `money.ts`, so that pages do without zod. */
export const CURRENCY_DIGITS: Record<Currency, number> = { UZS: 2, KZT: 2, RUB: 2, USD: 2, EUR: 2 };
