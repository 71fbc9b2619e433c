import type { Milliseconds } from "#shared/kernel/units";
import { AlertLevel } from "./alert";

/** Business time between two rings of an alert that nobody has answered. */
export const RING_EVERY_MS: Milliseconds = 30_000;

/** Rings before the next level is woken: two minutes a level, so an owner hears of it after six. */
export const RINGS_PER_LEVEL = 4;

/** How far an unanswered alert has come. */
export type Ringing = { readonly level: AlertLevel; readonly ringsAtLevel: number };

/** Whether a level adds anybody who can be reached now. */
export type HasSomebody = (level: AlertLevel) => boolean;

const LEVELS = AlertLevel.options;
const LAST: AlertLevel = "owner";

/** Everybody who is rung at this level: its own people and those of the levels below. */
export const levelsUpTo = (level: AlertLevel): AlertLevel[] => LEVELS.slice(0, LEVELS.indexOf(level) + 1);

/** The first level of these that has somebody; the owner's when none has, so that an alert never ends by itself. */
const climb = (above: readonly AlertLevel[], hasSomebody: HasSomebody): Ringing => ({
  level: above.find(hasSomebody) ?? LAST,
  ringsAtLevel: 1,
});

export const firstRing = (hasSomebody: HasSomebody): Ringing => climb(LEVELS, hasSomebody);

/**
 * The ring after this one. A level that lost its people meanwhile is left at once; the owner's level rings on for ever.
 */
export function nextRing(
  { level, ringsAtLevel }: Ringing,
  hasSomebody: HasSomebody,
  ringsPerLevel = RINGS_PER_LEVEL,
): Ringing {
  const stay = level === LAST || (ringsAtLevel < ringsPerLevel && levelsUpTo(level).some(hasSomebody));
  if (stay) return { level, ringsAtLevel: ringsAtLevel + 1 };
  return climb(LEVELS.slice(LEVELS.indexOf(level) + 1), hasSomebody);
}
