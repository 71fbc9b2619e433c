/** Minor units as people read them; a round amount loses its zeros. @throws RangeError for a code that is no currency */
export function price(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const major = minor / 10 ** digits;
  const shown = Number.isInteger(major) ? 0 : digits;
  const look = { style: "currency", currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const;
  return new Intl.NumberFormat("en", look).format(major);
}
