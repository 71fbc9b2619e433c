import { describe, expect, it } from "vitest";
import { day, moment, money } from "./format";

/** Spaces that do not break are for the eye. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("figures in Uzbek", () => {
  it("are written as people write them, also by browsers that know no Uzbek", () => {
    expect(plain(money("uz", 6_600_000, "UZS"))).toBe("66 000 soʻm");
    expect(plain(money("uz", 450_050, "UZS"))).toBe("4 500,50 soʻm");
    expect(day("uz", new Date(2026, 2, 2))).toBe("2-mart");
  });

  it("leave the other languages as they were", () => {
    expect(plain(money("ru", 6_600_000, "UZS"))).toBe("66 000 UZS");
    expect(plain(money("en", 6_600_000, "UZS"))).toBe("UZS 66,000");
    expect(day("en", new Date(2026, 2, 2))).toBe("2 March");
  });
});

describe("a moment", () => {
  const at = new Date(2026, 2, 2, 14, 5);

  it("is a time of day today, and names the day on any other", () => {
    expect(moment("en", at, new Date(2026, 2, 2, 23, 59).getTime())).toBe("14:05");
    expect(moment("en", at, new Date(2026, 2, 3, 0, 1).getTime())).toBe("2 March, 14:05");
    expect(moment("uz", at, new Date(2026, 2, 1, 14, 5).getTime())).toBe("2-mart, 14:05");
  });

  it("is of the day of the branch's own clock, wherever the reader is", () => {
    const night = new Date("2026-03-02T20:30:00Z"); // 01:30 of the next day in Tashkent
    const noon = Date.parse("2026-03-02T07:00:00Z");
    expect(moment("en", night, noon, "Asia/Tashkent")).toBe("3 March, 01:30");
    expect(moment("uz", night, noon, "Asia/Tashkent")).toBe("3-mart, 01:30");
    expect(moment("en", night, noon, "UTC")).toBe("20:30");
  });
});
