import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceMetres } from "#shared/kernel/geo";
import { createDrive } from "./drive";
import { placeOn, routeBetween } from "./route";

const [A, B] = [
  { lat: 41.3, lng: 69.2 },
  { lat: 41.31, lng: 69.22 },
];

describe("a way through the streets", () => {
  it("is longer than the straight line, and ends where it leads", () => {
    const route = routeBetween(A, B, 0.2);
    expect(route.metres).toBeGreaterThan(distanceMetres(A, B));
    expect(placeOn(route, route.metres + 1)).toMatchObject({ at: B, isThere: true });
  });

  it("never makes anybody jump: so many metres later he is at most so many metres away", () => {
    const metre = fc.double({ min: 0, max: 4_000, noNaN: true });
    fc.assert(
      fc.property(metre, metre, fc.double({ min: 0, max: 0.99, noNaN: true }), (from, further, luck) => {
        const route = routeBetween(A, B, luck);
        const moved = distanceMetres(placeOn(route, from).at, placeOn(route, from + further).at);
        expect(moved).toBeLessThanOrEqual(further + 0.5);
      }),
    );
  });

  it("turns from wherever somebody is when he is sent elsewhere", () => {
    const drive = createDrive({ at: A, speedKmh: 36, luck: () => 0 });
    drive.goTo(B, 0);
    const { at } = drive.place(60_000); // 600 metres on
    drive.goTo(A, 60_000);
    expect(drive.place(60_000).at).toEqual(at);
    expect(drive.place(600_000)).toMatchObject({ at: A, isThere: true });
  });
});
