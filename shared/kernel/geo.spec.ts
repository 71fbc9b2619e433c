import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceMetres, Point, Polygon } from "./geo";

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

const HALF_EARTH_M = 20_015_115;

describe("distance on earth", () => {
  it("is what maps say: Chorsu to Amir Temur square, 3.99 km", () => {
    const chorsu = { lat: 41.3265, lng: 69.2366 };
    const amirTemur = { lat: 41.3111, lng: 69.2797 };
    expect(distanceMetres(chorsu, amirTemur)).toBeCloseTo(3_986, -2);
  });

  it("is 111,195 m for one degree along a meridian", () => {
    expect(distanceMetres({ lat: 0, lng: 0 }, { lat: 1, lng: 0 })).toBeCloseTo(111_195.08, 1);
  });

  it("goes the short way round the date line", () => {
    expect(distanceMetres({ lat: 0, lng: 179.9 }, { lat: 0, lng: -179.9 })).toBeCloseTo(22_239, 0);
  });

  it("is symmetric, finite, and never longer than half the earth", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
        expect(distanceMetres(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceMetres(a, b)).toBeLessThanOrEqual(HALF_EARTH_M);
        expect(distanceMetres(a, a)).toBe(0);
      }),
    );
  });

  it("has no shortcuts: a detour is never shorter", () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        // Near the antipodes haversine loses digits: a metre in 20,000 km.
        expect(distanceMetres(a, c)).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 1);
      }),
    );
  });
});

describe("a point", () => {
  it.each([
    { lat: 91, lng: 0 },
    { lat: 0, lng: 181 },
    { lat: Number.NaN, lng: 0 },
    { lat: 0, lng: Number.POSITIVE_INFINITY },
    { lat: "41", lng: 69 },
  ])("is refused off the globe: %j", (value) => expect(Point.safeParse(value).success).toBe(false));

  it("is taken anywhere on it", () => {
    fc.assert(
      fc.property(point, (value) => {
        expect(Point.parse(value)).toEqual(value);
      }),
    );
  });
});

describe("a polygon", () => {
  const polygon = (ring: [number, number][]) => Polygon.safeParse({ type: "Polygon", coordinates: [ring] }).success;

  it("needs at least three corners and the first one again", () => {
    expect(
      polygon([
        [69, 41],
        [70, 41],
        [69, 41],
      ]),
    ).toBe(false);
    expect(
      polygon([
        [69, 41],
        [70, 41],
        [70, 42],
        [69, 41],
      ]),
    ).toBe(true);
    expect(
      polygon([
        [69, 41],
        [70, 41],
        [70, 42],
        [69, 42],
      ]),
    ).toBe(false);
  });

  it("lies on the globe, longitude first", () => {
    expect(
      polygon([
        [69, 91],
        [70, 41],
        [70, 42],
        [69, 91],
      ]),
    ).toBe(false);
  });
});
