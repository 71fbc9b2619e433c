import { describe, expect, it } from "vitest";
import type { ReportedPosition } from "#shared/contracts/position";
import { addFix, afterBatch, freshnessOf, nextBatch, type PositionBuffer } from "./position-batch";

/** `seconds` into the ride, `metres` to the north. */
const fix = (seconds: number, metres = 0): ReportedPosition => ({
  atMs: seconds * 1_000,
  lat: 41.3 + metres / 111_320,
  lng: 69.2,
});
const ride = (fixes: ReportedPosition[]): PositionBuffer => fixes.reduce<PositionBuffer>(addFix, []);

describe("positions on their way to the API", () => {
  it("leave out what comes late, and a phone on a table twice in three seconds", () => {
    expect(ride([fix(10), fix(9), fix(10), fix(11, 3)])).toEqual([fix(10)]);
  });

  it("keep a fix every three seconds, and any that is a good step away", () => {
    expect(ride([fix(0), fix(1, 20), fix(4, 20)])).toHaveLength(3);
  });

  it("go oldest first, a hundred at a time, and only once", () => {
    const tunnel = ride(Array.from({ length: 250 }, (_, second) => fix(second * 3, second * 30)));
    const first = nextBatch(tunnel);
    expect(first).toHaveLength(100);
    expect(first[0]).toEqual(fix(0, 0));
    const rest = afterBatch(tunnel, first.at(-1)!.atMs);
    expect(nextBatch(rest)[0]).toEqual(fix(300, 3_000));
    expect(rest).toHaveLength(150);
  });

  it("of more than an hour ago are let go, since nobody takes them", () => {
    expect(ride([fix(0), fix(10), fix(3_600)])).toEqual([fix(3_600)]);
  });

  it("are fresh for a minute, old for three, and lost after", () => {
    expect([null, 0].map((at) => freshnessOf(at, 59_999))).toEqual(["none", "fresh"]);
    expect([60_000, 180_000].map((now) => freshnessOf(0, now))).toEqual(["old", "lost"]);
  });
});
