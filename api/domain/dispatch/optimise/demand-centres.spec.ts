import { expect, test } from "vitest";
import { aBranch } from "../testing/small-world";
import { demandCentres } from "./demand-centres";

const branches = (count: number, lat: (i: number) => number) =>
  Array.from({ length: count }, (_, i) =>
    aBranch({ id: `b${i}`, point: { lat: lat(i), lng: 69.25 }, expectedOrdersPerHour: 2 }),
  );

test("a town's branches are centres of their own, but for those of which nothing is known", () => {
  const town = [...branches(3, () => 41.3), aBranch({ id: "new", expectedOrdersPerHour: 0 })];
  expect(demandCentres(town)).toHaveLength(3);
});

test("a city's branches count by the cell, and no demand is lost while the cells are few", () => {
  const centres = demandCentres(branches(1_000, (i) => 41.31 + 0.2 * (i % 4)));
  expect(centres).toHaveLength(4);
  expect(centres.reduce((sum, { perHour }) => sum + perHour, 0)).toBe(2_000);
  expect(centres.map(({ point }) => Math.round(point.lat * 100)).sort()).toEqual([4131, 4151, 4171, 4191]);
});

test("a number that is none spoils nothing", () => {
  expect(demandCentres([aBranch({ expectedOrdersPerHour: Number.NaN })])).toEqual([]);
});
