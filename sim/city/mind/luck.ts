import { seededRandom } from "#shared/kernel/random";

/**
 * Chance that depends on what it is about and on nothing else: somebody who looks twice, or is restarted, decides the
 * same. In [0, 1).
 */
export type Luck = (about: string) => number;

export const luckOf =
  (seed: number): Luck =>
  (about) =>
    seededRandom(fnv1a(about) ^ Math.imul(seed, 0x9e3779b1))();

/** FNV-1a, 32 bit. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Something between the two. */
export const between = (low: number, high: number, luck: number): number => low + (high - low) * luck;

/** One of several; `undefined` of none. */
export const oneOf = <T>(several: readonly T[], luck: number): T | undefined =>
  several[Math.floor(luck * several.length)];
