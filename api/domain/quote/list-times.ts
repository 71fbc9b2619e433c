import { isOpen } from "#api/domain/hours/opening-hours";
import { instantAt, wallClockMs } from "#api/domain/hours/wall-clock";
import { Refusal, type RefusalCode } from "#shared/kernel/refusal";
import type { Milliseconds } from "#shared/kernel/units";
import { type QuoteInput, quoteOrder } from "./quote-order";

/** Choices lie on whole half hours of the branch's wall. */
const STEP_MS: Milliseconds = 30 * 60_000;
/** Today and tomorrow: who plans further ahead is rare, and a list must end. */
const AHEAD_MS: Milliseconds = 36 * 3_600_000;

/** What another time may mend. */
const OF_THE_TIME: readonly RefusalCode[] = [
  "order.schedule_out_of_range",
  "branch.closed",
  "branch.paused",
  "zone.paused",
];

/**
 * The half hours at which this order could come: the branch is open then and while it cooks, and there is time enough.
 * Earliest first. @throws Refusal as `quoteOrder`, but for those that are of the time
 */
export function listTimes({ branch, items, request, at }: QuoteInput): Date[] {
  const { timezone } = branch.schedule;
  const firstMs = Math.ceil(wallClockMs(at, timezone) / STEP_MS) * STEP_MS;
  const candidates = Array.from({ length: AHEAD_MS / STEP_MS }, (_, index) =>
    instantAt(firstMs + index * STEP_MS, timezone),
  );
  return candidates
    .filter((scheduledFor) => isOpen(branch.schedule, scheduledFor))
    .filter((scheduledFor) => canCome({ branch, items, request: { ...request, scheduledFor }, at }));
}

function canCome(input: QuoteInput): boolean {
  try {
    quoteOrder(input);
    return true;
  } catch (error) {
    if (error instanceof Refusal && OF_THE_TIME.includes(error.code)) return false;
    throw error;
  }
}
