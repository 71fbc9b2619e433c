import { useSyncExternalStore } from "react";
import { businessNowMs } from "../../kit/business-time";

const TICK_MS = 2_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  timer ??= setInterval(() => {
    for (const listener of listeners) listener();
  }, TICK_MS);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * What follows from the time, for hundreds of cards on one timer: a card is drawn again only when its own text changes.
 * @param read business time in epoch milliseconds to a primitive
 */
export const useTick = <T extends string | number | boolean>(read: (nowMs: number) => T): T =>
  useSyncExternalStore(subscribe, () => read(businessNowMs()));
