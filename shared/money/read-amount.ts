import { CURRENCY_DIGITS } from "#shared/kernel/currency-digits";
import type { Currency } from "#shared/kernel/money";
import type { Minor } from "#shared/kernel/units";

const SPACES = /[\s\u00a0\u202f'’]/g;
const SHAPE = /^([+-]?)(\d{1,3}(?:([.,])\d{3})+|\d+)(?:([.,])(\d+))?$/;

/**
 * An amount as people write it: "45 000", "45,000.50", "12,5", "1.234,50". The last mark with one or two digits behind
 * it is the decimal one; a mark before groups of three parts thousands, as does a space.
 * @returns minor units, or `null` when it is no amount of this currency
 */
export function readAmount(text: string, currency: Currency): Minor | null {
  const digits = CURRENCY_DIGITS[currency];
  const shape = SHAPE.exec(text.trim().replaceAll(SPACES, ""));
  if (!shape) return null;
  const [, sign, whole = "", thousands, mark, fraction = ""] = shape;
  if (mark !== undefined && mark === thousands) return null;
  if (fraction.length > digits) return null;
  const minor = Number(whole.replaceAll(/[.,]/g, "") + fraction.padEnd(digits, "0"));
  if (!Number.isSafeInteger(minor)) return null;
  return sign === "-" && minor > 0 ? -minor : minor;
}

/** The amount as a field shows it for editing, and as a spreadsheet reads it: "45000" or "45000.50". */
export function writeAmount(amountMinor: Minor, currency: Currency): string {
  const unit = 10 ** CURRENCY_DIGITS[currency];
  return Number.isInteger(amountMinor / unit)
    ? String(amountMinor / unit)
    : (amountMinor / unit).toFixed(CURRENCY_DIGITS[currency]);
}
