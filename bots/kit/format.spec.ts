import { describe, expect, it } from "vitest";
import type { Language } from "#shared/kernel/language";
import { money } from "./format";
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
