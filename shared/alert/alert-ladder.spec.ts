import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AlertLevel } from "./alert";
import { firstRing, levelsUpTo, nextRing, RING_EVERY_MS, RINGS_PER_LEVEL, type Ringing } from "./alert-ladder";

const everybody = () => true;
const nobody = () => false;

const ringTimes = (count: number, hasSomebody: (level: AlertLevel) => boolean): Ringing[] => {
  const rings = [firstRing(hasSomebody)];
  while (rings.length < count) rings.push(nextRing(rings.at(-1)!, hasSomebody));
  return rings;
};

describe("the ladder of an alert", () => {
  it("rings each level four times, and reaches the owner after six minutes", () => {
    const rings = ringTimes(13, everybody);
    expect(rings.map((ring) => AlertLevel.options.indexOf(ring.level))).toEqual([
      0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3,
    ]);
    expect(12 * RING_EVERY_MS).toBe(360_000);
  });

  it("rings the owner for ever", () => {
    expect(nextRing({ level: "owner", ringsAtLevel: 10_000 }, everybody)).toEqual({
      level: "owner",
      ringsAtLevel: 10_001,
    });
  });

  it("keeps ringing the people of the levels below", () => {
    expect(levelsUpTo("managers")).toEqual(["on_shift_dispatchers", "all_dispatchers", "managers"]);
  });

  it("skips a level without people at once", () => {
    const onlyManagers = (level: AlertLevel) => level === "managers";
    expect(firstRing(onlyManagers)).toEqual({ level: "managers", ringsAtLevel: 1 });
  });

  it("climbs at once when the only dispatcher on shift goes home", () => {
    const onlyOwner = (level: AlertLevel) => level === "owner";
    expect(nextRing({ level: "on_shift_dispatchers", ringsAtLevel: 1 }, onlyOwner)).toEqual({
      level: "owner",
      ringsAtLevel: 1,
    });
  });

  it("ends at the owner when nobody can be reached, never in silence", () => {
    expect(firstRing(nobody).level).toBe("owner");
  });

  it("never steps down and never dwells on a level for longer than its rings, whoever is awake", () => {
    const night = fc.array(fc.uniqueArray(fc.constantFrom(...AlertLevel.options)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(night, (awake) => {
        let ring = firstRing((level) => awake[0]!.includes(level));
        for (const levels of awake.slice(1)) {
          const next = nextRing(ring, (level) => levels.includes(level));
          const climbed = AlertLevel.options.indexOf(next.level) - AlertLevel.options.indexOf(ring.level);
          expect(climbed).toBeGreaterThanOrEqual(0);
          if (next.level !== "owner") expect(next.ringsAtLevel).toBeLessThanOrEqual(RINGS_PER_LEVEL);
          ring = next;
        }
        if (awake.length > 3 * RINGS_PER_LEVEL) expect(ring.level).toBe("owner");
      }),
    );
  });
});
