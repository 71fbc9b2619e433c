import { describe, expect, it } from "vitest";
import { draftOf, likeMonday, stretchesOf, withStretch } from "./week";

const MONDAY = { weekday: 1, opensMinute: 540, closesMinute: 60 };

describe("the hours of a week", () => {
  it("go into their fields and back, past midnight too", () => {
    expect(stretchesOf(draftOf([MONDAY]))).toEqual([MONDAY]);
  });

  it("of a further day begin as the day before", () => {
    expect(stretchesOf(withStretch(draftOf([MONDAY]), 2))[1]).toEqual({ ...MONDAY, weekday: 2 });
  });

  it("of a second stretch are left to be filled in", () => {
    expect(withStretch(draftOf([MONDAY]), 1)[1]).toMatchObject({ weekday: 1, opens: "", closes: "" });
  });

  it("can all be as Monday's, each row with a key of its own", () => {
    const week = likeMonday(draftOf([MONDAY, { ...MONDAY, weekday: 3, opensMinute: 0 }]));
    expect(stretchesOf(week)).toEqual([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...MONDAY, weekday })));
    expect(new Set(week.map(({ key }) => key)).size).toBe(7);
  });
});
