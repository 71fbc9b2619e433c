/** Minor units as people read them. A round amount loses its zeros. */
export function price(minor: number, currency: string): string {
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const major = minor / 10 ** minorDigits(digits, currency);
  const fraction = Number.isInteger(major) ? 0 : 2;
  return new Intl.NumberFormat(undefined, {
    style: "currency",
    currency,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  }).format(major);
}

// Telegram counts the soʻm in hundredths although Intl shows none of them.
const minorDigits = (shown: number, currency: string): number => (currency === "UZS" ? 2 : shown);
