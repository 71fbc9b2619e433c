import { describe, expect, it } from "vitest";
import { describeValue } from "./describe-value";

const manner = { t: (id: string) => id, language: "en", currency: "UZS" } as const;
const say = (field: string, value: unknown) => describeValue(field, value, manner);

describe("a value of the log", () => {
  it.each([
    ["phone", null, "–"],
    ["phone", undefined, "–"],
    ["addressText", "<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["takesCash", true, "admin-yes"],
    ["preparationMinutes", 15, "15"],
    ["holidays", [{ day: "2026-01-01", opensMinute: null, closesMinute: null }], "2026-01-01 admin-branch-closed"],
    ["hours", [{ weekday: 1, opensMinute: 540, closesMinute: 60 }], "admin-weekday-short-1 09:00–01:00"],
    ["name", { en: "Osh", ru: "Ош", uz: "Osh" }, "Osh / Ош"],
    ["point", { lat: 41.3, lng: 69.2 }, "41.3, 69.2"],
    ["whatever", { never: ["seen"] }, '{"never":["seen"]}'],
  ])("%s is said as people say it", (field, value, words) => expect(say(field, value)).toBe(words));

  it("in minor units is said as money, a rule of fees as its price", () => {
    expect(say("payBaseMinor", 1_250_000)).toMatch(/UZS\s12,500/);
    expect(say("feeRule", { kind: "flat", feeMinor: 1_000_000 })).toMatch(/UZS\s10,000/);
  });
});
