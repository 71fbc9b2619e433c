import { describe, expect, it } from "vitest";
import { listTimes } from "./list-times";
import { branch, input } from "./quote.fixture";

const tashkent = (local: string) => new Date(`${local}+05:00`);
const times = (at: Date, change: Parameters<typeof branch>[0] = {}) =>
  listTimes({ ...input(), branch: branch(change), at }).map((time) => time.toISOString());

describe("the times that an order can be wished for", () => {
  it("begin when it could be there, and leave out the night", () => {
    const list = listTimes({ ...input(), at: tashkent("2026-03-20T12:10:00") });
    expect(list[0]!.getTime()).toBeGreaterThan(tashkent("2026-03-20T12:30:00").getTime());
    expect(list).toContainEqual(tashkent("2026-03-20T21:30:00"));
    expect(list).not.toContainEqual(tashkent("2026-03-20T22:00:00"));
    expect(list).not.toContainEqual(tashkent("2026-03-21T10:00:00")); // nobody cooks before ten
    expect(list).toContainEqual(tashkent("2026-03-21T12:00:00"));
  });

  it("are tomorrow's once it is closed, and none when it stays closed", () => {
    expect(times(tashkent("2026-03-20T23:00:00"))[0]).toMatch(/^2026-03-21T/);
    const holidays = ["2026-03-20", "2026-03-21", "2026-03-22"].map((day) => ({
      day,
      opensMinute: null,
      closesMinute: null,
    }));
    expect(times(tashkent("2026-03-20T12:00:00"), { schedule: { ...branch().schedule, holidays } })).toEqual([]);
  });

  it("do not hide what else is wrong with the order", () => {
    expect(() => listTimes({ ...input(), request: { ...input().request, lines: [] } })).toThrow("cart.empty");
  });
});
