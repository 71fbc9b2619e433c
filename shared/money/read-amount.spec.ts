import { describe, expect, it } from "vitest";
import { readAmount, writeAmount } from "./read-amount";

describe("an amount", () => {
  it.each([
    ["45000", 4_500_000],
    ["45 000", 4_500_000],
    ["45\u00a0000,5", 4_500_050],
    ["45,000", 4_500_000],
    ["45.000", 4_500_000],
    ["12,5", 1_250],
    ["12.50", 1_250],
    ["1.234,50", 123_450],
    ["1,234,567.89", 123_456_789],
    ["-3 000", -300_000],
    ["0", 0],
  ])("is read as people write it: %s", (text, minor) => {
    expect(readAmount(text, "UZS")).toBe(minor);
  });

  it.each(["", "abc", "12,345,6", "1.2.3", "12,5555", "=1+1", "1e9", "99999999999999999999", "12,", ",5"])(
    "is refused rather than guessed: %s",
    (text) => {
      expect(readAmount(text, "UZS")).toBeNull();
    },
  );

  it("is written so that it is read as the same", () => {
    for (const minor of [0, 5, 50, 4_500_000, 123_456_789]) {
      expect(readAmount(writeAmount(minor, "UZS"), "UZS")).toBe(minor);
    }
  });
});
