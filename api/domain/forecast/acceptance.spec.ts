import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#shared/kernel/random";
import { type Ask, acceptProbability, learnAnswer, type Weight } from "./acceptance";

const ask: Ask = { courierId: "a", pickupMetres: 1_500, payMinor: 1_000, typicalPayMinor: 1_000, hour: 12 };

/** A fleet whose habits are known: far and badly paid is declined, `b` says no to much that others take. */
function fleet(answers: number, seed = 5) {
  const random = seededRandom(seed);
  const truth = ({ courierId, pickupMetres, payMinor, hour }: Ask): number => {
    const leaning =
      1.5 -
      1.6 * Math.log((1 + pickupMetres / 1_000) / 2.5) +
      1.2 * Math.log(payMinor / 1_000) -
      0.5 * Math.cos((2 * Math.PI * hour) / 24);
    return 1 / (1 + Math.exp(-(leaning - (courierId === "b" ? 1.5 : 0))));
  };
  const draw = (): Ask => ({
    courierId: "abcdefgh"[Math.floor(random() * 8)]!,
    pickupMetres: random() * 6_000,
    payMinor: 500 + random() * 1_500,
    typicalPayMinor: 1_000,
    hour: random() * 24,
  });
  const model = new Map<string, Weight>();
  for (let i = 0; i < answers; i++) {
    const asked = draw();
    learnAnswer(model, asked, random() < truth(asked));
  }
  return { model, truth, draw };
}

describe("acceptance", () => {
  test("expects 15 of 100 to decline while nobody has answered, doubting it a little", () => {
    const p = acceptProbability(new Map(), ask);
    expect(p).toBeGreaterThan(0.75);
    expect(p).toBeLessThan(0.86);
  });

  test("is a probability whatever it is asked", () => {
    fc.assert(
      fc.property(
        fc.record({
          courierId: fc.constantFrom("a", "z"),
          pickupMetres: fc.double({ min: 0 }),
          payMinor: fc.integer(),
          typicalPayMinor: fc.option(fc.double({ min: 1, max: 1e9, noNaN: true })),
          hour: fc.double({ min: 0, max: 24, noNaN: true }),
        }),
        fc.boolean(),
        (asked, accepted) => {
          const model = new Map<string, Weight>();
          learnAnswer(model, asked, accepted);
          const p = acceptProbability(model, asked);
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test("rises with a yes and falls with a no", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 9_000 }), (accepted, pickupMetres) => {
        const asked = { ...ask, pickupMetres };
        const model = new Map<string, Weight>();
        const before = acceptProbability(model, asked);
        learnAnswer(model, asked, accepted);
        expect(acceptProbability(model, asked) > before).toBe(accepted);
      }),
    );
  });

  test("finds the habits of a fleet: of ten it gives three in ten, about three accept", () => {
    const { model, truth, draw } = fleet(6_000);
    const cases = Array.from({ length: 4_000 }, draw).map((asked) => ({
      said: acceptProbability(model, asked),
      true: truth(asked),
    }));
    for (let low = 0.1; low < 1; low += 0.2) {
      const alike = cases.filter(({ said }) => said >= low && said < low + 0.2);
      if (alike.length < 100) continue;
      const mean = (pick: (each: { said: number; true: number }) => number) =>
        alike.reduce((sum, each) => sum + pick(each), 0) / alike.length;
      expect(Math.abs(mean((each) => each.said) - mean((each) => each.true))).toBeLessThan(0.06);
    }
  });

  test("knows who says no, and takes a newcomer for one of the fleet", () => {
    const { model } = fleet(3_000);
    const of = (courierId: string) => acceptProbability(model, { ...ask, courierId });
    expect(of("b")).toBeLessThan(of("a") - 0.15);
    expect(of("newcomer")).toBeGreaterThan(of("b"));
  });

  test("does not judge a courier by one answer", () => {
    const { model } = fleet(3_000);
    const before = acceptProbability(model, { ...ask, courierId: "newcomer" });
    learnAnswer(model, { ...ask, courierId: "newcomer" }, false);
    const now = acceptProbability(model, { ...ask, courierId: "newcomer" });
    expect(before - now).toBeGreaterThan(0);
    expect(before - now).toBeLessThan(0.15);
  });
});
