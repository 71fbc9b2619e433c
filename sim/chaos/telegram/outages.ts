import { OUTLET_LEASE_MS } from "#api/modules/notifications/outlet-lease";
import type { Milliseconds } from "#shared/kernel/units";
import type { Target } from "../fault-schedule";

/** Something was dead or frozen, in machine time: from the blow until it answered again. */
export type Outage = { target: Target; fromMs: number; untilMs: number };

/**
 * How long a blow is felt after the victim is back. What was claimed when the bot, or anything that it needs to report,
 * died comes free when the lease is over; what the worker missed its sweeper finds within two seconds.
 */
const FELT_MS: Readonly<Record<Target, Milliseconds>> = {
  bot: OUTLET_LEASE_MS,
  api: OUTLET_LEASE_MS,
  postgres: OUTLET_LEASE_MS,
  redis: OUTLET_LEASE_MS,
  worker: 2_000,
};

/** How much of a span something was dead or its death was still felt; what overlaps counts once. */
export function deadMs(outages: readonly Outage[], fromMs: number, untilMs: number): Milliseconds {
  const spans = outages
    .map(({ target, ...span }) => ({ from: span.fromMs, until: span.untilMs + FELT_MS[target] }))
    .sort((a, b) => a.from - b.from);
  let dead = 0;
  let reached = fromMs;
  for (const { from, until } of spans) {
    const begin = Math.max(from, reached);
    const end = Math.min(until, untilMs);
    if (end > begin) dead += end - begin;
    reached = Math.max(reached, end);
  }
  return dead;
}

/** The longest that a sent message may stay unknown to whoever sent it: the call's time limit and its receipt. */
const UNRECORDED_MS: Milliseconds = 10_000;

/**
 * Whether a message may be known to nobody but Telegram: something died between its sending and the receipt. Telegram
 * takes no key that would make a second sending harmless, and lets no bot read back what it said; so the message is
 * said again, and the first one stays.
 */
export const mayBeOrphan = (outages: readonly Outage[], sentAtMs: number): boolean =>
  outages.some(
    ({ target, fromMs, untilMs }) =>
      target !== "worker" && fromMs <= sentAtMs + UNRECORDED_MS && untilMs >= sentAtMs - UNRECORDED_MS,
  );
