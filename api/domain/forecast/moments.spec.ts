import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Moments, mergeMoments, NOTHING_SEEN, type Observation, observe, predictiveSd, shrink } from "./moments";

const HALF_LIFE_MS = 1_000;
const observation = fc.record({
  value: fc.double({ min: -10, max: 10, noNaN: true }),
  atMs: fc.integer({ min: 0, max: 5_000 }),
});
const seeing = (all: readonly Observation[]): Moments =>
  all.reduce((seen, each) => observe(seen, each, HALF_LIFE_MS), NOTHING_SEEN);
const close = (a: Moments, b: Moments) => {
  expect(a.weight).toBeCloseTo(b.weight, 6);
  expect(a.mean).toBeCloseTo(b.mean, 6);
  expect(a.m2).toBeCloseTo(b.m2, 5);
};

describe("moments", () => {
  test("are the plain mean and squares of what was seen at one moment", () => {
    const seen = seeing([2, 4, 9].map((value) => ({ value, atMs: 5 })));
    expect(seen).toMatchObject({ weight: 3, mean: 5 });
    expect(seen.m2).toBeCloseTo(26, 9);
  });

  test("are the same in whatever order things were seen", () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 20 }), (all) => {
        close(seeing(all), seeing([...all].reverse()));
      }),
    );
  });

  test("of two halves of a history are those of the whole", () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 2, maxLength: 20 }), fc.nat(20), (all, cut) => {
        const halves = mergeMoments(seeing(all.slice(0, cut)), seeing(all.slice(cut)), HALF_LIFE_MS);
        close(halves, seeing(all));
      }),
    );
  });

  test("forget half of their weight in a half-life", () => {
    const old = observe(NOTHING_SEEN, { value: 0, atMs: 0 }, HALF_LIFE_MS);
    const both = observe(old, { value: 3, atMs: HALF_LIFE_MS }, HALF_LIFE_MS);
    expect(both).toMatchObject({ weight: 1.5, mean: 2 });
  });
});

describe("shrinking", () => {
  const prior = { mean: 1, variance: 0.25, meanVariance: 0 };
  const worth = { mean: 8, variance: 30 };

  test("believes the whole while nothing was seen of the part", () => {
    expect(shrink(prior, NOTHING_SEEN, worth)).toEqual(prior);
  });

  test("lies between the whole and the part, nearer to the part the more was seen", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 5, noNaN: true }), fc.integer({ min: 1, max: 500 }), (mean, weight) => {
        const few = shrink(prior, { weight, mean, m2: 0, asOfMs: 0 }, worth);
        const many = shrink(prior, { weight: weight * 2, mean, m2: 0, asOfMs: 0 }, worth);
        expect(Math.abs(many.mean - mean)).toBeLessThanOrEqual(Math.abs(few.mean - mean) + 1e-12);
        expect(few.mean).toBeGreaterThanOrEqual(Math.min(1, mean) - 1e-12);
        expect(few.mean).toBeLessThanOrEqual(Math.max(1, mean) + 1e-12);
      }),
    );
  });

  test("doubts a mean that few have shown more than one that many have", () => {
    const doubt = (weight: number) =>
      predictiveSd(shrink(prior, { weight, mean: 1, m2: weight * 0.25, asOfMs: 0 }, worth));
    expect(doubt(3)).toBeGreaterThan(doubt(300));
    expect(doubt(1e6)).toBeCloseTo(0.5, 2);
  });
});
