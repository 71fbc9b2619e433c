import { describe, expect, it } from "vitest";
import { wordsIn } from "#bots/kit/words";
import { Language } from "#shared/kernel/language";
import { doorsOf } from "./links";
import { type PageView, renderPage } from "./render-page";
import { CHANGED_PRICE, type Did, QUOTED_ITEM, STEPS, stepsDone } from "./steps";

const did = (what: string, more: Partial<Did> = {}): Did => ({
  what,
  telegramId: 1,
  atMs: 1_000,
  proof: null,
  itemId: null,
  ...more,
});

describe("what to try", () => {
  it("is done when it happened, and not before", () => {
    expect([...stepsDone([])]).toEqual([]);
    expect([...stepsDone([did("place"), did("answered_alert"), did("assign")])]).toEqual(["order", "kitchen", "board"]);
    expect([...stepsDone([did("accept")])]).toEqual([]);
    expect([...stepsDone([did("accept"), did("pick_up")])]).toEqual(["courier"]);
  });

  it("counts a hand-over by PIN alone", () => {
    expect(stepsDone([did("hand_over", { proof: "photo" })]).has("pin")).toBe(false);
    expect(stepsDone([did("hand_over", { proof: "pin" })]).has("pin")).toBe(true);
  });

  it("counts a new price once somebody asked for the dish afterwards", () => {
    const change = did(CHANGED_PRICE, { itemId: "dish" });
    const asked = (itemId: string, atMs: number) =>
      stepsDone([change, did(QUOTED_ITEM, { itemId, atMs })]).has("price");
    expect(asked("dish", 900)).toBe(false);
    expect(asked("other", 1_100)).toBe(false);
    expect(asked("dish", 1_100)).toBe(true);
  });
});

describe("the start page", () => {
  const places = { phonesUrl: "http://localhost:1", token: 'a"b', apiUrl: "http://localhost:2", bots: {} };
  const view: PageView = {
    doors: doorsOf(places),
    health: [
      { name: "api", isUp: true, metrics: "http://localhost:2/metrics" },
      { name: "city", isUp: false },
    ],
    done: new Set(["pin"]),
    figures: { open: 3, couriers: 2, delivered: 9 },
    taken: [{ name: "<Akmal>", until: "12:30" }],
  };
  const page = (language: Language) => renderPage(view, wordsIn(language), { css: "", script: "" });

  it.each(Language.options)("has a text for everything in %s", (language) => {
    expect(page(language)).toContain(`<html lang="${language}">`);
    expect(page(language).match(/data-live="step-/g)).toHaveLength(STEPS.length);
  });

  it("ticks what is done, and only that", () => {
    expect(page("en").match(/class="done"/g)).toHaveLength(1);
    expect(page("en")).toMatch(/data-live="step-pin" class="done"/);
  });

  it("lets no name become markup", () => {
    expect(page("en")).not.toContain("<Akmal>");
  });
});
