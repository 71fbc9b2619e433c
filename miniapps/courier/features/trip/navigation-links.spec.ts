import { describe, expect, it } from "vitest";
import { isMapApp, MAP_APPS, navigationLink } from "./navigation-links";

describe("the way in a map app", () => {
  it("leads to the door in each of them, latitude first but where the app wants it last", () => {
    const door = { lat: 41.33, lng: 69.24 };
    expect(MAP_APPS.map((app) => decodeURIComponent(new URL(navigationLink(app, door)).href))).toEqual([
      expect.stringContaining("destination=41.33,69.24"),
      expect.stringContaining("~41.33,69.24"),
      expect.stringContaining("|69.24,41.33"),
      expect.stringContaining("daddr=41.33,69.24"),
    ]);
  });

  it("is remembered only for an app that there is", () => {
    expect([isMapApp("yandex"), isMapApp("waze"), isMapApp(null)]).toEqual([true, false, false]);
  });
});
