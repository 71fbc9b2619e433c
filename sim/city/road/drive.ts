import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Milliseconds } from "#shared/kernel/units";
import type { Luck } from "#sim/city/mind/luck";
import { drivenMetres, type Place, placeOn, type Route, routeBetween } from "./route";

export type Drive = {
  place(nowMs: Milliseconds): Place;
  /** Turns there from wherever he is; nothing changes when he is on the way there already. */
  goTo(goal: Point, nowMs: Milliseconds): void;
  /** Somebody else drove meanwhile: he stands here now. */
  standAt(place: Point): void;
};

type Options = { at: Point; speedKmh: number; luck: Luck };

/** Somebody who drives through the streets at one speed. */
export function createDrive({ at: start, speedKmh, luck }: Options): Drive {
  let route: Route = { points: [start, start], metres: 0 };
  let sinceMs: Milliseconds = 0;
  let trips = 0;
  const place = (nowMs: Milliseconds): Place => placeOn(route, drivenMetres(speedKmh, nowMs - sinceMs));
  return {
    place,
    goTo: (goal, nowMs) => {
      if (distanceMetres(route.points.at(-1)!, goal) < 1) return;
      trips += 1;
      route = routeBetween(place(nowMs).at, goal, luck(`corner:${trips}`));
      sinceMs = nowMs;
    },
    standAt: (point) => {
      route = { points: [point, point], metres: 0 };
    },
  };
}
