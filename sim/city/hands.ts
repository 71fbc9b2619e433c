import type { Milliseconds } from "#shared/kernel/units";
import type { Caller } from "#sim/telegram/client/caller";
import type { Touch } from "#sim/telegram/client-api/touches";

/** What the city calls its own hand at the local Telegram. */
export const CITY_HAND = "city";

/** As long as nobody touches a phone, in machine time, until the city uses it again. */
export const HANDS_OFF_MS: Milliseconds = 600_000;

/** Phones of the city that somebody else took in hand lately, and until when they are theirs. */
export type Hands = { refresh(): Promise<void>; isOff(person: number): boolean };

export const takenUntilMs = ({ atMs }: Touch): Milliseconds => atMs + HANDS_OFF_MS;

export function createHands(call: Caller, realNow: () => Milliseconds): Hands {
  let until = new Map<number, Milliseconds>();
  return {
    refresh: async () => {
      const touched = await call("touched", { notBy: CITY_HAND });
      until = new Map(touched.map((touch) => [touch.person, takenUntilMs(touch)]));
    },
    isOff: (person) => (until.get(person) ?? 0) > realNow(),
  };
}
