import type { PeerId } from "../world/state";

/** Somebody acted with a person's phone. `atMs` is machine time. */
export type Touch = { person: PeerId; hand: string; atMs: number };

/** The last touch of each phone by each hand. In memory: after a restart nobody was touched. */
export type Touches = {
  note(touch: Touch): void;
  /** By any hand but this one. */
  notBy(hand: string): Touch[];
};

/** Looking is no touch: opening a chat, reading it, and what an open mini-app reads by itself. */
const MERE_LOOKS: ReadonlySet<string> = new Set(["openChat", "read", "cloudRead", "createPerson", "changePerson"]);

export const isTouch = (action: string): boolean => !MERE_LOOKS.has(action);

export function createTouches(): Touches {
  const last = new Map<string, Touch>();
  return {
    note: (touch) => void last.set(`${touch.person} ${touch.hand}`, touch),
    notBy: (hand) => [...last.values()].filter((touch) => touch.hand !== hand),
  };
}
