import type { ReportedPosition } from "#shared/contracts/position";
import { POSITION_NAG_MS, POSITION_STALE_MS } from "#shared/courier/position-age";
import type { Metres, Milliseconds } from "#shared/kernel/units";

/** What the phone has seen and the API has not, oldest first. */
export type PositionBuffer = readonly ReportedPosition[];

/** One report carries no more than this. */
export const BATCH_MAX = 100;
/** Older than this the API takes none. */
const KEPT_MS: Milliseconds = 3_500_000;
/** An hour of fixes at the pace below. */
const BUFFER_MAX = 1_200;
/** Closer together in time, and in place, fixes say the same. */
const PACE_MS: Milliseconds = 3_000;
const STEP_METRES: Metres = 15;

const METRES_PER_DEGREE = 111_320;
const RADIANS = Math.PI / 180;

/** Flat-earth distance: right to a hand's breadth over a few streets. */
function stepMetres(a: ReportedPosition, b: ReportedPosition): Metres {
  const north = (b.lat - a.lat) * METRES_PER_DEGREE;
  const east = (b.lng - a.lng) * METRES_PER_DEGREE * Math.cos(a.lat * RADIANS);
  return Math.hypot(north, east);
}

/** Adds a fix, unless it says nothing new. Without a network the oldest go first when there is no room. */
export function addFix(buffer: PositionBuffer, fix: ReportedPosition): PositionBuffer {
  const last = buffer.at(-1);
  if (last && fix.atMs <= last.atMs) return buffer;
  if (last && fix.atMs - last.atMs < PACE_MS && stepMetres(last, fix) < STEP_METRES) return buffer;
  return [...buffer.filter(({ atMs }) => fix.atMs - atMs <= KEPT_MS), fix].slice(-BUFFER_MAX);
}

/** The oldest that are still unsent: the API takes only what is later than what it has. */
export const nextBatch = (buffer: PositionBuffer): ReportedPosition[] => buffer.slice(0, BATCH_MAX);

/** What is left when the batch that ends with this fix was answered. */
export const afterBatch = (buffer: PositionBuffer, lastSentAtMs: Milliseconds): PositionBuffer =>
  buffer.filter(({ atMs }) => atMs > lastSentAtMs);

/** Whether the house still sees the courier: `fresh`, `old` enough for a reminder, or `lost` to dispatch. */
export type Freshness = "none" | "fresh" | "old" | "lost";

export function freshnessOf(lastHeardAtMs: Milliseconds | null, nowMs: Milliseconds): Freshness {
  if (lastHeardAtMs === null) return "none";
  const age = nowMs - lastHeardAtMs;
  if (age < POSITION_NAG_MS) return "fresh";
  return age < POSITION_STALE_MS ? "old" : "lost";
}
