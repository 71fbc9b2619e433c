import { describe, expect, it } from "vitest";
import { CURRENCY_DIGITS } from "./currency-digits";
import { Currency, Price, roundMinor } from "./money";

describe("an amount", () => {
  it.each([
    [10.4, 10],
    [10.5, 11],
    [-10.5, -10],
    [0, 0],
  ])("of %d is rounded to %d", (amount, rounded) => expect(roundMinor(amount)).toBe(rounded));

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("of %d is a bug", (amount) => {
    expect(() => roundMinor(amount)).toThrow(RangeError);
  });

  it.each([-1, 0.5, 1e13, "100"])("%j is no price", (value) => expect(Price.safeParse(value).success).toBe(false));

  it("has a known number of digits in every currency", () => {
    for (const currency of Currency.options) expect(CURRENCY_DIGITS[currency]).toBeGreaterThanOrEqual(0);
  });
});
