import { z } from "zod";
import type { Minor } from "./units";

/** ISO 4217 codes that a branch may sell in. The soʻm, as traded, has no smaller coin than itself but keeps two digits. */
export const Currency = z.enum(["UZS", "KZT", "RUB", "USD", "EUR"]);
export type Currency = z.infer<typeof Currency>;

/** An amount that cannot be negative, far below what a double loses exactness at. */
export const Price = z.int().min(0).max(1_000_000_000_000);

/** Round half up to whole minor units. @throws RangeError when `amount` is not finite */
export function roundMinor(amount: number): Minor {
  if (!Number.isFinite(amount)) throw new RangeError(`not an amount: ${amount}`);
  return Math.floor(amount + 0.5);
}
