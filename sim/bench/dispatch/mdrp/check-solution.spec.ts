import { describe, expect, it } from "vitest";
import { checkSolution } from "./check-solution";
import type { Instance } from "./instance";
import { nearestIdleDispatcher } from "./nearest-idle";
import type { Solution } from "./solution";
import { playDay } from "./world";

/** One restaurant, two orders, one courier; a minute is a hundred metres. */
const instance: Instance = {
  name: "tiny",
  metresPerMinute: 100,
  pickupServiceMinutes: 4,
  dropoffServiceMinutes: 4,
  targetMinutes: 40,
  maximumMinutes: 90,
  payPerOrder: 10,
  guaranteePerHour: 15,
  restaurants: [{ id: "r1", x: 0, y: 500 }],
  couriers: [{ id: "c1", x: 0, y: 0, onAt: 0, offAt: 120 }],
  orders: [
    { id: "o1", x: 300, y: 500, placedAt: 1, restaurant: "r1", readyAt: 10 },
    { id: "o2", x: 0, y: 900, placedAt: 3, restaurant: "r1", readyAt: 12 },
  ],
};
const played = (): Solution => playDay(instance, nearestIdleDispatcher, { everyMinutes: 1, dropsLate: false });

describe("the checker of mdrp solutions", () => {
  it("accepts a day as the world plays it, minute by minute", () => {
    const solution = played();
    expect(checkSolution(instance, solution)).toEqual([]);
    // Off at 1, there at 6, papers done at 8, food at 10, off again at 12, three minutes, two at the door.
    expect(solution.deliveries[0]).toEqual({ order: "o1", pickupAt: 10, dropoffAt: 17, courier: "c1" });
  });

  const breaks: [string, (solution: Solution) => unknown, string][] = [
    [
      "fetched before it is ready",
      (s) => Object.assign(s.assignments[0]!, { pickupAt: 9 }),
      "o1 is fetched before it is ready",
    ],
    [
      "assigned before it is placed",
      (s) => Object.assign(s.assignments[0]!, { assignedAt: 0 }),
      "o1 is assigned before it is placed",
    ],
    [
      "handed over too soon",
      (s) => Object.assign(s.deliveries[0]!, { dropoffAt: 16 }),
      "o1 is handed over before c1 can be there",
    ],
    ["assigned twice", (s) => s.assignments[0]!.orders.push("o2"), "o2 is assigned twice"],
    ["a ride from elsewhere", (s) => Object.assign(s.moves[2]!, { origin: "r1" }), "c1 jumps at minute 19"],
    [
      "fetched after the shift",
      (s) => Object.assign(s.assignments[1]!, { pickupAt: 121 }),
      "c1 fetches at 121, after he is off",
    ],
    ["half a minute", (s) => Object.assign(s.deliveries[1]!, { dropoffAt: 36.5 }), "36.5 is no whole minute"],
    [
      "fetched before it is assigned",
      (s) => Object.assign(s.assignments[0]!, { assignedAt: 11 }),
      "c1 fetches before he is assigned",
    ],
    ["a ride too many", (s) => s.moves.push({ ...s.moves[0]! }), "c1 makes 5 rides, not 4"],
  ];
  it("holds a method to the latest door that it promised", () => {
    expect(checkSolution(instance, played(), "assigned", 20)).toContain(
      "o2 is handed over later than 20 minutes after its placement",
    );
    expect(checkSolution(instance, played(), "assigned", 90)).toEqual([]);
  });

  it("allows one last ride in vain, to a counter and from where he is", () => {
    const solution = played();
    solution.moves.push({ courier: "c1", departAt: 100, origin: "o2", destination: "r1" });
    expect(checkSolution(instance, solution, "in-vain")).toEqual([]);
    expect(checkSolution(instance, solution)).toContain("c1 makes 5 rides, not 4");
    Object.assign(solution.moves[4]!, { origin: "o1" });
    expect(checkSolution(instance, solution, "in-vain")).toContain("c1 jumps at minute 100");
  });

  it.each(breaks)("refuses %s", (_, spoil, fault) => {
    const solution = played();
    spoil(solution);
    expect(checkSolution(instance, solution)).toContain(fault);
  });
});
