import { describe, expect, it } from "vitest";
import type { Language } from "#shared/kernel/language";
import { money, timeBeside } from "./format";
import type { Words } from "./words";

const words = (language: Language) =>
  ({ language, plain: (id, variables) => (variables ? `${variables.amount} ${variables.currency}` : id) }) as Words;

describe("an amount of money", () => {
  it("has its thousands apart in every language, and no empty coins", () => {
    for (const language of ["en", "ru", "uz"] as const)
      expect(money(12_200_000, "UZS", words(language))).toBe("122 000 currency-uzs");
  });

  it("keeps the decimal mark that its people write", () => {
    expect(money(834_798, "UZS", words("ru"))).toBe("8 347,98 currency-uzs");
    expect(money(834_798, "UZS", words("en"))).toBe("8 347.98 currency-uzs");
  });
});

describe("a time", () => {
  const inTashkent = { timezone: "Asia/Tashkent" } as Words;
  const [lunch, supper, tomorrow] = ["2026-03-02T08:00:00Z", "2026-03-02T18:30:00Z", "2026-03-02T20:00:00Z"] as const;

  it("names its day only where that is another on the city's walls", () => {
    expect(timeBeside(supper, lunch, inTashkent)).toBe("23:30");
    expect(timeBeside(tomorrow, lunch, inTashkent)).toBe("03.03, 01:00");
    expect(timeBeside(lunch, tomorrow, inTashkent)).toBe("02.03, 13:00");
  });
});
