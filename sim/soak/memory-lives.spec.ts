import { describe, expect, it } from "vitest";
import { type MemorySample, memoryTrend } from "./memory-lives";

const MINUTE_MS = 60_000;
const life = (pid: number, fromMinute: number, minutes: number, mbAt: (minute: number) => number): MemorySample[] =>
  Array.from({ length: minutes + 1 }, (_, minute) => ({
    pid,
    atMs: (fromMinute + minute) * MINUTE_MS,
    mb: mbAt(minute),
  }));

describe("the memory of a process that is killed now and then", () => {
  it("is flat when each life is flat after it has warmed up, whatever a fresh one begins with", () => {
    const grown = (minute: number) => Math.min(200, 100 + 40 * minute);
    const trend = memoryTrend([...life(1, 0, 20, grown), ...life(2, 21, 10, grown)]);
    expect(trend.slopeMbPerHour).toBeCloseTo(0, 6);
    expect(trend).toMatchObject({ peakMb: 200, watchedMinutes: 24 });
  });

  it("shows a leak as megabytes an hour", () => {
    expect(memoryTrend(life(1, 0, 30, (minute) => 150 + minute / 2)).slopeMbPerHour).toBeCloseTo(30, 6);
  });

  it("says nothing of lives that were too short", () => {
    expect(memoryTrend(life(1, 0, 4, (minute) => minute)).slopeMbPerHour).toBeNull();
    expect(memoryTrend([])).toEqual({ peakMb: 0, slopeMbPerHour: null, watchedMinutes: 0 });
  });
});
