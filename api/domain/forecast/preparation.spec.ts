import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Moments } from "./moments";
import { learnPreparation, preparationBelief, preparationQuantile } from "./preparation";
import { NO_RESIDUALS } from "./residuals";

const kitchen = { branchId: "plov", hour: 12, usualSeconds: 1_200 };
const cooked = (statistics: Map<string, Moments>, of: typeof kitchen, seconds: number, times: number) => {
  for (let i = 0; i < times; i++) learnPreparation(statistics, of, { seconds, atMs: i * 60_000 });
};
const median = (statistics: ReadonlyMap<string, Moments>, of = kitchen) =>
  preparationQuantile(preparationBelief(statistics, of), NO_RESIDUALS, { share: 0.5 });

describe("preparation", () => {
  test("takes what the branch says while nobody has cooked", () => {
    expect(Math.abs(median(new Map()) - 1_200)).toBeLessThan(30);
  });

  test("becomes the branch's own with its history", () => {
    const statistics = new Map<string, Moments>();
    cooked(statistics, kitchen, 2_400, 300);
    expect(Math.abs(median(statistics) - 2_400)).toBeLessThan(120);
  });

  test("lends a new branch what its city has shown, in proportion to what it says of itself", () => {
    const statistics = new Map<string, Moments>();
    cooked(statistics, kitchen, 1_800, 400);
    const fresh = median(statistics, { branchId: "new", hour: 12, usualSeconds: 600 });
    expect(fresh).toBeGreaterThan(800);
    expect(fresh).toBeLessThan(920);
  });

  test("tells a branch's rush hour from its quiet ones", () => {
    const statistics = new Map<string, Moments>();
    cooked(statistics, kitchen, 2_400, 200);
    cooked(statistics, { ...kitchen, hour: 16 }, 900, 200);
    expect(median(statistics)).toBeGreaterThan(1.7 * median(statistics, { ...kitchen, hour: 16 }));
  });

  test("expects what is overdue soon, not hours away: nothing but the clock has spoken", () => {
    const belief = preparationBelief(new Map(), kitchen);
    for (const overdue of [1.2, 1.5, 2, 3, 6]) {
      const elapsedSeconds = overdue * kitchen.usualSeconds;
      const nearly = preparationQuantile(belief, NO_RESIDUALS, { share: 0.9, elapsedSeconds });
      expect(nearly).toBeGreaterThanOrEqual(elapsedSeconds);
      expect(nearly).toBeLessThan(Math.max(elapsedSeconds + 1, 4 * kitchen.usualSeconds));
    }
  });

  test("lets four of five take no less than one of two, and never less than what has passed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7_200 }),
        fc.integer({ min: 60, max: 5_000 }),
        (elapsedSeconds, seconds) => {
          const statistics = new Map<string, Moments>();
          cooked(statistics, kitchen, seconds, 5);
          const belief = preparationBelief(statistics, kitchen);
          const p50 = preparationQuantile(belief, NO_RESIDUALS, { share: 0.5, elapsedSeconds });
          const p80 = preparationQuantile(belief, NO_RESIDUALS, { share: 0.8, elapsedSeconds });
          expect(p50).toBeGreaterThanOrEqual(elapsedSeconds);
          expect(p80).toBeGreaterThanOrEqual(p50);
          expect(Number.isFinite(p80)).toBe(true);
        },
      ),
    );
  });

  test("expects an overdue order later, the longer it is overdue", () => {
    const belief = preparationBelief(new Map(), kitchen);
    const at = (elapsedSeconds: number) => preparationQuantile(belief, NO_RESIDUALS, { share: 0.5, elapsedSeconds });
    expect(at(1_800)).toBeGreaterThan(1_800);
    expect(at(2_400)).toBeGreaterThan(at(1_800));
  });
});
