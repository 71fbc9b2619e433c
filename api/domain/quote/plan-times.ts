import { isOpen, nextOpening } from "#api/domain/hours/opening-hours";
import { Refusal } from "#shared/kernel/refusal";
import type { Metres, Seconds } from "#shared/kernel/units";
import { travelSeconds, type Vehicle } from "#shared/kernel/vehicle";
import type { ArrivalRange, QuoteBranch, QuoteTimes } from "./quote-types";

/** Counting the bags, parking and the stairs, at both ends together. */
export const HAND_OVER_SECONDS: Seconds = 600;
/** A courier is not known yet: the slower of those with an engine. */
export const ASSUMED_VEHICLE: Vehicle = "car";
/** How long before it must start cooking the kitchen first sees a scheduled order. */
export const RELEASE_LEAD_SECONDS: Seconds = 600;
/** How far ahead an order may be scheduled. */
export const SCHEDULE_AHEAD_SECONDS: Seconds = 7 * 86_400;

const after = (at: Date, seconds: Seconds) => new Date(at.getTime() + Math.round(seconds) * 1_000);

/** Straight-line metres from branch to door; null when the customer collects it. */
export type Journey = { straightMetres: Metres | null };

/**
 * When the kitchen has to begin so that the order comes when it should. As soon as possible: now. Scheduled: as much
 * earlier as cooking and the way take.
 */
export function cookTime(branch: QuoteBranch, { straightMetres }: Journey, scheduledFor: Date | null, at: Date): Date {
  if (!scheduledFor) return at;
  const cookAt = after(scheduledFor, -(branch.preparationMinutes * 60 + waySeconds(straightMetres)));
  return after(cookAt, -extraSeconds(branch, cookAt));
}

/** However bad the last weeks were: more than so many times what branch and zone say is nobody's promise. */
const LONGEST_BY_HISTORY = 2;

/**
 * The promise: what four of five orders like it keep, by history; without one, preparation, the way and the hand-over.
 * Never below the zone's quoted minutes, and longer by what the branch adds while it is drowning.
 *
 * @throws Refusal `order.schedule_out_of_range` with the `earliest` and `latest` that can be had
 */
export function planTimes(
  branch: QuoteBranch,
  journey: Journey & { promisedMinutes: number; arrival?: ArrivalRange | null },
  scheduledFor: Date | null,
  at: Date,
): QuoteTimes {
  const cookAt = cookTime(branch, journey, scheduledFor, at);
  const cooking = branch.preparationMinutes * 60;
  const atLeast = journey.promisedMinutes * 60;
  const stated = Math.max(cooking + waySeconds(journey.straightMetres), atLeast);
  const learnt = scheduledFor ? null : (journey.arrival ?? null);
  const promised = learnt ? clamp((learnt.toMs - at.getTime()) / 1_000, atLeast, LONGEST_BY_HISTORY * stated) : stated;
  const extra = extraSeconds(branch, at);
  const soonest = after(at, promised + extra);
  if (scheduledFor) checkSchedule(scheduledFor, soonest, at);

  const releaseAt = after(cookAt, -RELEASE_LEAD_SECONDS);
  return {
    scheduledFor,
    releaseAt: releaseAt > at ? releaseAt : null,
    cookAt,
    readyAt: after(cookAt, cooking + extraSeconds(branch, cookAt)),
    promisedAt: scheduledFor ?? soonest,
    arrivesFrom: learnt && after(at, clamp((learnt.fromMs - at.getTime()) / 1_000, 0, promised) + extra),
  };
}

/** @throws Refusal `branch.paused` with `until`, `branch.closed` with `opensAt` when it is known */
export function checkOpen({ schedule, pausedUntil }: QuoteBranch, cookAt: Date): void {
  if (pausedUntil && pausedUntil > cookAt) throw new Refusal("branch.paused", { until: pausedUntil.toISOString() });
  if (isOpen(schedule, cookAt)) return;
  throw new Refusal("branch.closed", { opensAt: nextOpening(schedule, cookAt)?.toISOString() ?? null });
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

const waySeconds = (straightMetres: Metres | null): Seconds =>
  straightMetres === null ? 0 : travelSeconds(straightMetres, ASSUMED_VEHICLE) + HAND_OVER_SECONDS;

const extraSeconds = ({ extraPromiseMinutes, extraPromiseUntil }: QuoteBranch, cookAt: Date): Seconds =>
  extraPromiseUntil && extraPromiseUntil > cookAt ? extraPromiseMinutes * 60 : 0;

function checkSchedule(scheduledFor: Date, earliest: Date, at: Date): void {
  const latest = after(at, SCHEDULE_AHEAD_SECONDS);
  if (scheduledFor >= earliest && scheduledFor <= latest) return;
  throw new Refusal("order.schedule_out_of_range", { earliest: earliest.toISOString(), latest: latest.toISOString() });
}
