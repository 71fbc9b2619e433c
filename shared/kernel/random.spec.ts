import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "./random";

const sequence = (seed: number, length: number) => {
  const random = seededRandom(seed);
  return Array.from({ length }, random);
};

describe("seeded chance", () => {
  it("repeats itself from its seed", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(sequence(seed, 20)).toEqual(sequence(seed, 20));
      }),
    );
  });

  it("stays in [0, 1)", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const value of sequence(seed, 50)) expect(value >= 0 && value < 1).toBe(true);
      }),
    );
  });

  it("differs from seed to seed", () => {
    expect(sequence(1, 5)).not.toEqual(sequence(2, 5));
  });

  it("spreads evenly: each tenth gets a tenth of 10,000 draws, give or take 15 %", () => {
    const tenths = new Array<number>(10).fill(0);
    for (const value of sequence(7, 10_000)) tenths[Math.floor(value * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
