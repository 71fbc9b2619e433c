import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { Refusal } from "#shared/kernel/refusal";

/** Real milliseconds: a network does not run faster because the business clock does. */
export type Guard = { timeoutMs: number; attempts: number; breakAfter: number; halfOpenAfterMs: number };
const USUAL: Guard = { timeoutMs: 5_000, attempts: 3, breakAfter: 5, halfOpenAfterMs: 10_000 };

/** Runs one call of somebody outside the house. */
export type Outside = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * A door to somebody outside the house (storage, routing, a partner) who may hang, stumble or be away: each call has a
 * limit, is tried again with jitter, and after several failures in a row nobody is kept waiting until they have had time
 * to recover. Calls must be safe to repeat. One door per neighbour, since it remembers their failures.
 * @throws Refusal `request.busy` instead of what the call threw; a Refusal of the call's own is passed on at once
 */
export function outside(guard: Guard = USUAL): Outside {
  const policy = policyOf(guard);
  return async (call) => {
    try {
      return await policy.execute(call);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof BrokenCircuitError || error instanceof TaskCancelledError) throw new Refusal("request.busy");
      throw new Refusal("request.busy", { cause: error instanceof Error ? error.name : "unknown" });
    }
  };
}

const failure = handleWhen((error) => !(error instanceof Refusal));

/** The breaker is outermost: what three tries could not do counts as one failure. Back-off has jitter by default. */
const policyOf = ({ timeoutMs, attempts, breakAfter, halfOpenAfterMs }: Guard): IPolicy =>
  wrap(
    circuitBreaker(failure, { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(breakAfter) }),
    retry(failure, { maxAttempts: attempts - 1, backoff: new ExponentialBackoff({ initialDelay: 50 }) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
