import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#shared/kernel/random";
import { NO_RESIDUALS, observeResidual, residualAt, residualQuantile, residualShareBelow } from "./residuals";

const DAY_MS = 86_400_000;
const seeing = (zs: readonly number[], stepMs = 1_000) =>
  zs.reduce((seen, z, i) => observeResidual(seen, { z, atMs: i * stepMs }, DAY_MS), NO_RESIDUALS);

test("believes in the normal distribution while nothing was seen", () => {
  expect(residualQuantile(NO_RESIDUALS, 0.5)).toBeCloseTo(0.06, 1); // one more case may be the worst
  expect(residualShareBelow(NO_RESIDUALS, 0.8416)).toBeCloseTo(0.8, 2);
});

test("covers the share it claims of a skewed distribution it was never told of", () => {
  const random = seededRandom(3);
  const skewed = () => -Math.log(1 - random()) * 1.5 - 0.7;
  const seen = seeing(Array.from({ length: 4_000 }, skewed));
  for (const share of [0.2, 0.5, 0.8]) {
    const limit = residualQuantile(seen, share);
    const below = Array.from({ length: 8_000 }, skewed).filter((z) => z <= limit).length / 8_000;
    expect(Math.abs(below - share)).toBeLessThan(0.02);
  }
});

test("follows a change within a few half-lives", () => {
  const seen = seeing([...Array<number>(400).fill(-1), ...Array<number>(400).fill(2)], DAY_MS / 40);
  expect(residualQuantile(seen, 0.5)).toBeGreaterThan(1.9);
});

test("rises with the share, and leads back to it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -6, max: 10, noNaN: true }), { maxLength: 60 }),
      fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      (zs, share) => {
        const seen = seeing(zs);
        expect(residualQuantile(seen, share + 0.05)).toBeGreaterThanOrEqual(residualQuantile(seen, share));
        expect(residualShareBelow(seen, residualQuantile(seen, share))).toBeGreaterThanOrEqual(share - 1e-9);
        expect(residualShareBelow(seen, residualAt(seen, share))).toBeCloseTo(share, 6);
      },
    ),
  );
});

test("counts what is absurd at the edge, and what is no number not at all", () => {
  const seen = seeing([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]);
  expect(seen.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2, 3);
});
