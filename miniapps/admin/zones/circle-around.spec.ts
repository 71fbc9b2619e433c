import { describe, expect, it } from "vitest";
import { distanceMetres, Polygon } from "#shared/kernel/geo";
import { crossesItself } from "#shared/kernel/simple-ring";
import { circleAround } from "./circle-around";

describe("a circle around a branch", () => {
  const centre = { lat: 41.3266, lng: 69.2351 };
  const circle = circleAround(centre, 2_500);

  it("is a border that the API takes", () => {
    expect(Polygon.safeParse(circle).success).toBe(true);
    expect(crossesItself(circle.coordinates[0]!)).toBe(false);
  });

  it("is that far away in every direction", () => {
    for (const [lng, lat] of circle.coordinates[0]!)
      expect(Math.abs(distanceMetres(centre, { lat, lng }) - 2_500)).toBeLessThan(5);
  });
});
