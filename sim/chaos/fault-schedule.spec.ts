import { describe, expect, it } from "vitest";
import { seededRandom } from "#shared/kernel/random";
import { faultSchedule } from "./fault-schedule";

describe("the schedule of faults", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(faultSchedule(seededRandom(7), 30_000)).toEqual(faultSchedule(seededRandom(7), 30_000));
    expect(faultSchedule(seededRandom(7), 30_000)).not.toEqual(faultSchedule(seededRandom(8), 30_000));
  });

  it("kills everything at least once, and at least twenty times in thirty seconds", () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const kills = faultSchedule(seededRandom(seed), 30_000).filter((fault) => fault.kind === "kill");
      expect(new Set(kills.map((fault) => fault.target)).size).toBe(5);
      expect(kills.length).toBeGreaterThanOrEqual(20);
    }
  });

  it("never freezes what keeps the data", () => {
    const frozen = faultSchedule(seededRandom(3), 300_000).filter((fault) => fault.kind === "freeze");
    expect(frozen.length).toBeGreaterThan(0);
    expect(frozen.some(({ target }) => target === "redis" || target === "postgres")).toBe(false);
  });
});
