import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  type IPolicy,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { Refusal } from "#shared/kernel/refusal";
import type { Storage } from "./storage";

/** Real milliseconds: a network does not run faster because the business clock does. */
export type Guard = { timeoutMs: number; attempts: number; breakAfter: number; halfOpenAfterMs: number };
const USUAL: Guard = { timeoutMs: 5_000, attempts: 3, breakAfter: 5, halfOpenAfterMs: 10_000 };

/**
 * A storage outside the house that may hang, stumble or be away: each call has a limit, is tried again with jitter, and
 * after several failures in a row nobody is kept waiting until it has had time to recover.
 * @throws Refusal `request.busy` instead of what it threw
 */
export function guardedStorage(storage: Storage, guard: Guard = USUAL): Storage {
  const policy = policyOf(guard);
  const guarded = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await policy.execute(call);
    } catch (error) {
      if (error instanceof BrokenCircuitError || error instanceof TaskCancelledError) throw new Refusal("request.busy");
      throw new Refusal("request.busy", { cause: error instanceof Error ? error.name : "unknown" });
    }
  };
  return {
    uploadUrl: (key, file) => guarded(() => storage.uploadUrl(key, file)),
    downloadUrl: (key, expiresIn) => guarded(() => storage.downloadUrl(key, expiresIn)),
    stat: (key) => guarded(() => storage.stat(key)),
    read: (key) => guarded(() => storage.read(key)),
    write: (key, bytes, contentType) => guarded(() => storage.write(key, bytes, contentType)),
    remove: (key) => guarded(() => storage.remove(key)),
    ready: () => guarded(() => storage.ready()),
  };
}

/** The breaker is outermost: what three tries could not do counts as one failure. Back-off has jitter by default. */
const policyOf = ({ timeoutMs, attempts, breakAfter, halfOpenAfterMs }: Guard): IPolicy =>
  wrap(
    circuitBreaker(handleAll, { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(breakAfter) }),
    retry(handleAll, { maxAttempts: attempts - 1, backoff: new ExponentialBackoff({ initialDelay: 50 }) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
