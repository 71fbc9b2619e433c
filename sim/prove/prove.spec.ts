import { describe, expect, it } from "vitest";
import { seededRandom } from "#shared/kernel/random";
import { createWorld } from "#sim/testing/world";
import { PROOFS } from "./proofs";

/** A tenth of what `bun run prove` does, with a seed of its own each day it matters. */
const SHARE = 0.1;
const LIMIT_MS = 300_000;

describe("what no example can show", () => {
  it.concurrent.each(PROOFS)("$name finds nothing", { timeout: LIMIT_MS }, async (proof) => {
    const world = await createWorld();
    const cases = Math.max(1, Math.round(proof.fullCases * SHARE));
    const { tried, bad, examples } = await proof.run({
      world,
      random: seededRandom(20_261_121),
      seed: 20_261_121,
      cases,
    });
    await world.close();
    expect({ bad, examples }).toEqual({ bad: 0, examples: [] });
    expect(tried).toBeGreaterThanOrEqual(cases);
  });
});
