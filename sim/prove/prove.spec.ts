import { describe, expect, it } from "vitest";
import { seededRandom } from "#shared/kernel/random";
import { createWorld } from "#sim/testing/world";
import { PROOFS } from "./proofs";

const SEED = 20_261_121;
const LIMIT_MS = 300_000;

describe("what no example can show", () => {
  it.each(PROOFS)("$name finds nothing", { timeout: LIMIT_MS }, async (proof) => {
    const world = await createWorld();
    const cases = proof.testCases;
    const { tried, bad, examples } = await proof.run({ world, random: seededRandom(SEED), seed: SEED, cases });
    await world.close();
    expect({ bad, examples }).toEqual({ bad: 0, examples: [] });
    expect(tried).toBeGreaterThanOrEqual(cases);
  });
});
