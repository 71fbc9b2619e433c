import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idleGrid } from "./idle-grid";

const place = fc.record({
  lat: fc.double({ min: 40.9, max: 41.7, noNaN: true }),
  lng: fc.double({ min: 68.9, max: 69.6, noNaN: true }),
});
const yes = () => true;

describe("idle couriers by where they are", () => {
  it("finds the nearest who may, as looking at everybody does", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), place, fc.nat(3), (points, to, banned) => {
        const squeeze = Math.cos((points[0]!.lat * Math.PI) / 180);
        const away = (at: number) => Math.hypot((points[at]!.lng - to.lng) * squeeze, points[at]!.lat - to.lat);
        const able = points.map((_, at) => at).filter((at) => at % 4 !== banned);
        const found = idleGrid(points).nearest(to, (at) => at % 4 !== banned);
        if (able.length === 0) expect(found).toBe(-1);
        else expect(away(found)).toBeCloseTo(Math.min(...able.map(away)), 12);
      }),
      { numRuns: 300 },
    );
  });

  it("finds nobody who was taken, and nobody when all are", () => {
    const here = { lat: 41.3, lng: 69.25 };
    const grid = idleGrid([here, here]);
    grid.take(grid.nearest(here, yes));
    const second = grid.nearest(here, yes);
    grid.take(second);
    expect(second).toBeGreaterThanOrEqual(0);
    expect(grid.nearest(here, yes)).toBe(-1);
    expect(idleGrid([]).nearest(here, yes)).toBe(-1);
  });

  it("finds who is a city away", () => {
    expect(idleGrid([{ lat: 39.65, lng: 66.96 }]).nearest({ lat: 41.3, lng: 69.25 }, yes)).toBe(0);
  });
});
