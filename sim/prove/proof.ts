import type { Random } from "#shared/kernel/random";
import type { World } from "#sim/testing/world";

/** What a proof is run with. `cases` is how often it tries. */
export type Trial = { world: World; random: Random; seed: number; cases: number };
/** `bad` must be 0. `examples` are the first few, for whoever looks into it. */
export type Outcome = { tried: number; bad: number; examples: string[]; figures: Record<string, number> };
/**
 * Something that no example can show: tried very often, with chance from a seed. `fullCases` is what `bun run prove`
 * tries, `testCases` what `npm test` does: a tenth, and less where one case takes a dozen transactions.
 */
export type Proof = { name: string; fullCases: number; testCases: number; run(trial: Trial): Promise<Outcome> };

export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
export const wholeBelow = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Collects findings and keeps the first few. */
export function tally(): {
  add(example: string): void;
  outcome(tried: number, figures?: Record<string, number>): Outcome;
} {
  const examples: string[] = [];
  let bad = 0;
  return {
    add(example) {
      bad += 1;
      if (examples.length < 5) examples.push(example);
    },
    outcome: (tried, figures = {}) => ({ tried, bad, examples, figures }),
  };
}
