import type { Milliseconds } from "#shared/kernel/units";
import type { Deed } from "./deed";

/** What somebody would do about something that he sees, and how long he takes to get to it. First things first. */
export type Wish = { about: string; deed: Deed; waitMs: Milliseconds };

/** When he gets to it, and how often he tried already. */
export type Plan = { dueMs: Milliseconds; tries: number };
export type Plans = ReadonlyMap<string, Plan>;

/** After so many tries that changed nothing he leaves it alone for a while. */
const TRIES = 5;
const SULK_MS = 60_000;

export type Choice = { wish: Wish | null; plans: Plans; nextMs: Milliseconds };

/**
 * What he does now. Whatever he noticed just now he gets to after its `waitMs`; what still stands there long after he
 * did it (`patienceMs`) he does again; what does not stand there any more he forgets.
 * @param nextMs when to look again if nothing changes
 */
export function choose(plans: Plans, wishes: readonly Wish[], nowMs: Milliseconds, patienceMs: Milliseconds): Choice {
  const kept = new Map(
    wishes.map(({ about, waitMs }) => [about, plans.get(about) ?? { dueMs: nowMs + waitMs, tries: 0 }]),
  );
  const wish = wishes.find(({ about }) => kept.get(about)!.dueMs <= nowMs) ?? null;
  if (wish) kept.set(wish.about, afterTry(kept.get(wish.about)!, nowMs, patienceMs));
  const nextMs = Math.min(Number.POSITIVE_INFINITY, ...[...kept.values()].map(({ dueMs }) => dueMs));
  return { wish, plans: kept, nextMs };
}

function afterTry({ tries }: Plan, nowMs: Milliseconds, patienceMs: Milliseconds): Plan {
  const isEnough = tries + 1 >= TRIES;
  return { tries: isEnough ? 0 : tries + 1, dueMs: nowMs + (isEnough ? SULK_MS : patienceMs) };
}
