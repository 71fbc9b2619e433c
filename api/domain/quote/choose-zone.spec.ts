import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseZone, covers } from "./choose-zone";
import type { QuoteZone } from "./quote-types";

type Ring = [number, number][];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const zone = (id: string, feeMinor: number, ...coordinates: Ring[]): QuoteZone => ({
  id,
  polygon: { type: "Polygon", coordinates },
  feeRule: { kind: "flat", feeMinor },
  minimumMinor: 0,
  promisedMinutes: 30,
  pausedUntil: null,
});
const at = (lng: number, lat: number) => ({
  point: { lat, lng },
  subtotalMinor: 0,
  distanceMetres: 0,
  cookAt: new Date(0),
});

describe("a zone", () => {
  const ring = zone("z", 0, box(69, 41, 70, 42), box(69.4, 41.4, 69.6, 41.6));

  it("covers what is inside its border and not in a hole", () => {
    expect(covers(ring, { lng: 69.1, lat: 41.1 })).toBe(true);
    expect(covers(ring, { lng: 69.5, lat: 41.5 })).toBe(false);
    expect(covers(ring, { lng: 68.9, lat: 41.5 })).toBe(false);
  });

  it("covers its border, its corners and the border of its hole", () => {
    expect(covers(ring, { lng: 69, lat: 41.5 })).toBe(true);
    expect(covers(ring, { lng: 70, lat: 42 })).toBe(true);
    expect(covers(ring, { lng: 69.4, lat: 41.5 })).toBe(true);
  });

  it("may be bent inwards", () => {
    const bay: Ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
      [0, 0],
    ];
    expect(covers(zone("bay", 0, bay), { lng: 2, lat: 3 })).toBe(false);
    expect(covers(zone("bay", 0, bay), { lng: 0.5, lat: 2 })).toBe(true);
  });

  it("agrees with plain comparison on any box", () => {
    const degree = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(degree, degree, (lng, lat) => {
        const inside = lng >= -7 && lng <= 9 && lat >= -3 && lat <= 5;
        expect(covers(zone("box", 0, box(-7, -3, 9, 5)), { lng, lat })).toBe(inside);
      }),
    );
  });
});

describe("where zones overlap", () => {
  const wide = zone("b", 900, box(69, 41, 70, 42));

  it("the cheapest delivers, whatever the order of rows", () => {
    const near = zone("c", 500, box(69.4, 41.4, 69.6, 41.6));
    expect(chooseZone([wide, near], at(69.5, 41.5)).zone.id).toBe("c");
    expect(chooseZone([near, wide], at(69.5, 41.5)).zone.id).toBe("c");
    expect(chooseZone([near, wide], at(69.1, 41.1))).toMatchObject({ zone: { id: "b" }, feeMinor: 900 });
  });

  it("the smaller id decides between equal fees", () => {
    const same = zone("a", 900, box(69, 41, 70, 42));
    expect(chooseZone([wide, same], at(69.5, 41.5)).zone.id).toBe("a");
    expect(chooseZone([same, wide], at(69.5, 41.5)).zone.id).toBe("a");
  });

  it("a paused one steps back behind a dearer one", () => {
    const paused = { ...zone("a", 100, box(69, 41, 70, 42)), pausedUntil: new Date(1) };
    expect(chooseZone([paused, wide], at(69.5, 41.5)).zone.id).toBe("b");
  });
});
