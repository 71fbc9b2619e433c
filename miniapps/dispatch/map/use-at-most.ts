import { useEffect, useEffectEvent } from "react";

/**
 * Runs when it is told to, but with a pause after each run; the last call is never lost.
 * @param subscribe to what tells it. @returns what stops that
 */
export function useAtMost(pauseMs: number, subscribe: (run: () => void) => () => void, run: () => void): void {
  const now = useEffectEvent(run);
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | null = null;
    let isDue = false;
    const call = () => {
      isDue = resting !== null;
      if (isDue) return;
      now();
      resting = setTimeout(() => {
        resting = null;
        if (isDue) call();
      }, pauseMs);
    };
    const stop = subscribe(call);
    return () => {
      stop();
      if (resting) clearTimeout(resting);
    };
  }, [pauseMs, subscribe]);
}
