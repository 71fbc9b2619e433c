import { describe, expect, test } from "vitest";
import { learnWord } from "./kitchen-word";
import { nothingLearnt } from "./knowledge";
import { readyQuantiles } from "./ready-quantiles";

const MINUTE_MS = 60_000;
const setting = { branchId: "plov", usualPreparationSeconds: 1_500, timezone: "Asia/Tashkent" };
const said = (minutes: number) => ({ atMs: 0, readyMs: minutes * MINUTE_MS });
/** How many minutes after its word the food is ready. */
const minutes = (knowledge: ReturnType<typeof nothingLearnt>, word: number, nowMs = 0) => {
  const { readyP50Ms, readyP80Ms } = readyQuantiles(knowledge, setting, {
    expectedMs: word * MINUTE_MS,
    said: said(word),
    nowMs,
  });
  return { p50: readyP50Ms / MINUTE_MS, p80: readyP80Ms / MINUTE_MS };
};
const kept = (ratio: number, branchId = setting.branchId) => {
  const lessons = nothingLearnt();
  for (let i = 0; i < 60; i++)
    learnWord(lessons.statistics, { branchId, saidSeconds: 1_200 }, { seconds: 1_200 * ratio, atMs: i * MINUTE_MS });
  return lessons;
};

describe("a kitchen's word", () => {
  test("is believed more closely than its habits", () => {
    const word = minutes(nothingLearnt(), 25);
    const { readyP50Ms, readyP80Ms } = readyQuantiles(nothingLearnt(), setting, {
      expectedMs: 25 * MINUTE_MS,
      said: null,
      nowMs: 0,
    });
    expect(word.p50).toBeCloseTo(25, 0);
    expect(word.p80 - word.p50).toBeLessThan((readyP80Ms - readyP50Ms) / MINUTE_MS / 2);
  });

  test("is worth what it was worth before, here and in the city", () => {
    expect(minutes(kept(1.5), 20).p50).toBeGreaterThan(27);
    expect(minutes(kept(0.8), 20).p50).toBeLessThan(18);
    expect(minutes(kept(1.5, "another"), 20).p50).toBeGreaterThan(24);
  });

  test("that is over is not waited for: it is ready any moment", () => {
    const late = minutes(nothingLearnt(), 20, 30 * MINUTE_MS);
    expect(late.p50).toBeGreaterThanOrEqual(30);
    expect(late.p80).toBeLessThan(40);
  });
});
