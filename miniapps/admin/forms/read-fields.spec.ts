import { describe, expect, it } from "vitest";
import { minorOf, minuteOf, timeOf, wholeOf } from "./read-fields";

describe("a field", () => {
  it("of an amount understands blanks and commas, and is NaN to what is none", () => {
    expect(minorOf("12 500", "UZS")).toBe(1_250_000);
    expect(minorOf("12,5", "UZS")).toBe(1_250);
    expect(minorOf("many", "UZS")).toBeNaN();
  });

  it("of a number takes whole ones only", () => {
    expect(wholeOf(" 15 ")).toBe(15);
    for (const text of ["", "1.5", "-1", "1e3"]) expect(wholeOf(text)).toBeNaN();
  });

  it("of a time is minutes after midnight and back; empty is NaN", () => {
    expect(minuteOf("08:30")).toBe(510);
    expect(timeOf(510)).toBe("08:30");
    expect(timeOf(1_440)).toBe("00:00");
    expect(minuteOf("")).toBeNaN();
  });
});
