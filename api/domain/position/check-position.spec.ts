import { describe, expect, it } from "vitest";
import { POSITION_AHEAD_MS, POSITION_BEHIND_MS, positionProblem } from "./check-position";

const NOW_MS = 1_772_434_800_000;
const DAY_MS = 86_400_000;
const fix = (change: Partial<{ atMs: number; lat: number; lng: number }> = {}) =>
  positionProblem({ atMs: NOW_MS, lat: 41.3, lng: 69.2, ...change }, NOW_MS);

describe("a reported position", () => {
  it("is kept when it is somewhere on earth, about now", () => {
    expect(fix()).toBeNull();
    expect(fix({ atMs: NOW_MS - POSITION_BEHIND_MS })).toBeNull();
    expect(fix({ atMs: NOW_MS + POSITION_AHEAD_MS })).toBeNull();
  });

  it.each([
    { lat: 90.1 },
    { lat: -90.1 },
    { lng: 180.1 },
    { lng: -180.1 },
    { lat: Number.NaN },
    { lng: Number.NaN },
    { lat: Number.POSITIVE_INFINITY },
    { lat: 0, lng: 0 },
    { atMs: Number.NaN },
  ])("is invalid off the map: %o", (change) => {
    expect(fix(change)).toBe("position.invalid");
  });

  it("is refused when the phone's clock is off by a day, either way", () => {
    expect(fix({ atMs: NOW_MS + DAY_MS })).toBe("position.invalid");
    expect(fix({ atMs: NOW_MS - DAY_MS })).toBe("position.stale");
  });
});
