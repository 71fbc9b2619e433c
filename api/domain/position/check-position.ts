import { isNowhere } from "#shared/kernel/geo";
import type { Milliseconds } from "#shared/kernel/units";

/** A phone's clock may be this far ahead of ours. */
export const POSITION_AHEAD_MS: Milliseconds = 120_000;

/** What was seen longer ago tells nobody where somebody is: a backlog from a tunnel, or a clock that is off by a day. */
export const POSITION_BEHIND_MS: Milliseconds = 3_600_000;

/** Redis' own limit: the projection of a GEO set ends there. No courier rides to the pole. */
const GEO_LATITUDE_MAX = 85.05112878;

type Fix = { atMs: number; lat: number; lng: number };

/** Why a position is not worth keeping; `null` when it is. Null Island is where broken phones live. */
export function positionProblem({ atMs, lat, lng }: Fix, nowMs: number): "position.invalid" | "position.stale" | null {
  const onEarth = lat >= -GEO_LATITUDE_MAX && lat <= GEO_LATITUDE_MAX && lng >= -180 && lng <= 180; // false for NaN
  if (!onEarth || isNowhere({ lat, lng })) return "position.invalid";
  if (!Number.isFinite(atMs) || atMs > nowMs + POSITION_AHEAD_MS) return "position.invalid";
  return atMs < nowMs - POSITION_BEHIND_MS ? "position.stale" : null;
}
