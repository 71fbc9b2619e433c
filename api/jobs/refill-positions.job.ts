import { refillPositions } from "#api/modules/couriers/refill-positions";
import type { Deps } from "#api/platform/deps";

const EVERY_MS = 1_000; // real time

/** Looks whether Redis was emptied, and gives it back where the couriers are. @returns stops it */
export function startRefilling(deps: Deps): () => void {
  const timer = setInterval(() => {
    refillPositions(deps).then(
      (refilled) => refilled > 0 && deps.log.info({ refilled }, "positions were put back into Redis"),
      (error: unknown) => deps.log.warn({ err: error }, "positions could not be put back into Redis"),
    );
  }, EVERY_MS);
  return () => clearInterval(timer);
}
