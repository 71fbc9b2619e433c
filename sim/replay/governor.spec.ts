import { describe, expect, it } from "vitest";
import { createGovernor } from "./governor";

const looks = (governor: ReturnType<typeof createGovernor>, lagS: number, count: number) =>
  Array.from({ length: count }, () => governor.look(lagS)).filter((speed) => speed !== null);

describe("the speed of a replay", () => {
  it("stays while the machine follows, or is late for a moment only", () => {
    const governor = createGovernor(10);
    expect(looks(governor, 1, 50)).toEqual([]);
    expect([...looks(governor, 60, 2), ...looks(governor, 1, 1), ...looks(governor, 60, 2)]).toEqual([]);
  });

  it("is halved as long as the machine is behind, and never slower than life", () => {
    expect(looks(createGovernor(10), 60, 50)).toEqual([5, 2.5, 1.25, 1]);
  });

  it("is tried again once the machine is at ease, after a longer while each time that it failed", () => {
    const governor = createGovernor(10);
    expect(looks(governor, 60, 3)).toEqual([5]);
    expect(looks(governor, 1, 5)).toEqual([]);
    expect(looks(governor, 1, 1)).toEqual([10]);
    expect(looks(governor, 60, 3)).toEqual([5]);
    expect(looks(governor, 1, 11)).toEqual([]);
    expect(looks(governor, 1, 1)).toEqual([10]);
    expect(governor.slowdowns()).toBe(2);
  });

  it("is never above what was asked for", () => {
    const governor = createGovernor(1.5);
    expect(looks(governor, 60, 3)).toEqual([1]);
    expect(looks(governor, 1, 30)).toEqual([1.5]);
  });
});
