import { existsSync, realpathSync, renameSync, rmSync } from "node:fs";

/** Ends the name of what a restore replaced; the next restore removes it. */
const BEFORE = ".before-restore";

/** Lies ready beside the place that it shall take, on the same disk. */
export const freshOf = (place: string): string => `${resolved(place)}.restoring`;

/**
 * Puts what lies ready into its place: two renames, so that there is the old or the new and never half of either.
 * Where nothing lies ready, the old is only taken away.
 * @returns where the old one is kept, if there was one
 */
export function swapIn(place: string, fresh = freshOf(place)): string[] {
  const target = resolved(place);
  const former = `${target}${BEFORE}`;
  rmSync(former, { recursive: true, force: true });
  const had = existsSync(target);
  if (had) renameSync(target, former);
  if (existsSync(fresh)) renameSync(fresh, target);
  return had ? [former] : [];
}

/** A link stays where it is; what it leads to is replaced. */
const resolved = (place: string): string => (existsSync(place) ? realpathSync(place) : place);
