import { describe, expect, it } from "vitest";
import { auditQueryOf, filtersOf } from "./filters";

describe("what the log is narrowed by", () => {
  it("is read from the address, and nothing else", () => {
    const filters = filtersOf(new URLSearchParams("kind=zone&person=7&x=1"));
    expect(auditQueryOf(filters)).toEqual({ subjectKind: "zone", accountId: "7" });
  });

  it("counts the last day whole", () => {
    const { from, to } = auditQueryOf(filtersOf(new URLSearchParams("from=2026-03-02&to=2026-03-02")));
    expect(Date.parse(to!) - Date.parse(from!)).toBe(86_400_000);
  });

  it("leaves out a day that is none", () => {
    expect(auditQueryOf(filtersOf(new URLSearchParams("from=yesterday")))).toEqual({});
  });
});
