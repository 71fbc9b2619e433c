import { describe, expect, it } from "vitest";
import { inLanguage, LocalText, languageOf } from "./language";

describe("a person's language", () => {
  it.each([
    ["ru", "ru"],
    ["uz", "uz"],
    ["uz-Cyrl", "uz"],
    ["en-GB", "en"],
    ["RU", "ru"],
    ["de", "en"],
    ["", "en"],
    [undefined, "en"],
  ] as const)("%s is spoken to in %s", (code, language) => expect(languageOf(code)).toBe(language));
});

describe("a text of the shop", () => {
  it("falls back to English where it was not translated", () => {
    expect(inLanguage({ en: "Plov", ru: "Плов" }, "ru")).toBe("Плов");
    expect(inLanguage({ en: "Plov", ru: "Плов" }, "uz")).toBe("Plov");
  });

  it("must have English, and never an empty translation", () => {
    expect(LocalText.safeParse({ ru: "Плов" }).success).toBe(false);
    expect(LocalText.safeParse({ en: "Plov", uz: "" }).success).toBe(false);
  });
});
