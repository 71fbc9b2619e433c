import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#shared/kernel/random";
import { inTurn, laterOf, normalShareBelow } from "./normal";

const spread = fc.record({
  mean: fc.double({ min: -50, max: 50, noNaN: true }),
  sd: fc.double({ min: 0, max: 20, noNaN: true }),
});

test("knows the shares of the normal distribution that every table lists", () => {
  expect(normalShareBelow(0)).toBeCloseTo(0.5, 6);
  expect(normalShareBelow(0.8416)).toBeCloseTo(0.8, 4);
  expect(normalShareBelow(-1.96)).toBeCloseTo(0.025, 4);
});

test("expects the later of two moments no earlier than either of them", () => {
  fc.assert(
    fc.property(spread, spread, (a, b) => {
      const later = laterOf(a, b);
      expect(later.mean).toBeGreaterThanOrEqual(Math.max(a.mean, b.mean) - 1e-4);
      expect(later.sd).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("agrees with drawing both moments many times", () => {
  const random = seededRandom(7);
  const draw = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const a = { mean: 10, sd: 4 };
  const b = { mean: 12, sd: 2 };
  const drawn = Array.from({ length: 40_000 }, () => Math.max(a.mean + a.sd * draw(), b.mean + b.sd * draw()));
  const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
  const sd = Math.sqrt(drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length);
  const later = laterOf(a, b);
  expect(Math.abs(later.mean - mean)).toBeLessThan(0.06);
  expect(Math.abs(later.sd - sd)).toBeLessThan(0.06);
});

test("keeps its digits where moments are epoch milliseconds", () => {
  const noonMs = 1_772_434_800_000;
  const near = laterOf({ mean: 0, sd: 60_000 }, { mean: 30_000, sd: 90_000 });
  const far = laterOf({ mean: noonMs, sd: 60_000 }, { mean: noonMs + 30_000, sd: 90_000 });
  expect(far.mean - noonMs).toBeCloseTo(near.mean, 0);
  expect(far.sd).toBeCloseTo(near.sd, 0);
});

test("takes the later one as it is when both are certain", () => {
  expect(laterOf({ mean: 3, sd: 0 }, { mean: 5, sd: 0 })).toEqual({ mean: 5, sd: 0 });
});

test("adds independent stretches by their variances", () => {
  expect(inTurn({ mean: 1, sd: 3 }, { mean: 2, sd: 4 })).toEqual({ mean: 3, sd: 5 });
});
