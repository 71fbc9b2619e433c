import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossesItself } from "./simple-ring";

type Place = [number, number];
const closed = (...places: Place[]): Place[] => [...places, places[0]!];

describe("a ring", () => {
  it.each([
    ["a triangle", closed([0, 0], [4, 0], [0, 4])],
    ["a bay", closed([0, 0], [4, 0], [4, 4], [2, 1], [0, 4])],
    ["a corner on a straight side", closed([0, 0], [2, 0], [4, 0], [4, 4], [0, 4])],
  ])("is plain: %s", (_, ring) => expect(crossesItself(ring)).toBe(false));

  it.each([
    ["a bow tie", closed([0, 0], [4, 4], [4, 0], [0, 4])],
    ["one that touches its own side", closed([0, 0], [4, 0], [2, 0], [2, 4])],
    ["one whose corner lies on a side far away", closed([0, 0], [4, 0], [4, 4], [2, 0], [0, 4])],
    ["a thread without an inside", closed([0, 0], [4, 0], [2, 0])],
    ["one place only", closed([1, 1], [1, 1], [1, 1])],
    ["one that goes twice around", closed([0, 0], [4, 0], [4, 4], [0, 0], [4, 0], [4, 4])],
  ])("crosses itself: %s", (_, ring) => expect(crossesItself(ring)).toBe(true));

  it("that goes round a place in growing angles never crosses itself, wherever it begins", () => {
    const star = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(star, fc.nat(11), (radii, begin) => {
        const corners = radii.map((radius, index): Place => {
          const angle = (2 * Math.PI * index) / radii.length;
          return [radius * Math.cos(angle), radius * Math.sin(angle)];
        });
        const from = begin % corners.length;
        expect(crossesItself(closed(...corners.slice(from), ...corners.slice(0, from)))).toBe(false);
      }),
    );
  });
});
