import { describe, expect, it } from "vitest";
import { actingAs, allows, type StatusRule, terminalStatuses } from "./status-table";

type Light = "red" | "green" | "off";
const TABLE: Record<string, StatusRule<Light>> = {
  go: { from: ["red"], to: "green", by: ["kitchen", "manager"] },
  end: { from: ["red", "green"], to: "off", by: ["owner"] },
};

describe("a status table", () => {
  it("allows what a row names, in status and in role, and nothing else", () => {
    expect(allows(TABLE.go!, "red", "manager")).toBe(true);
    expect(allows(TABLE.go!, "green", "manager")).toBe(false);
    expect(allows(TABLE.go!, "red", "owner")).toBe(false);
  });

  it("names the role in which a person of several acts: the row's first", () => {
    expect(actingAs(TABLE.go!.by, ["owner", "manager", "kitchen"])).toBe("kitchen");
    expect(actingAs(TABLE.go!.by, ["customer"])).toBeNull();
  });

  it("knows the statuses that nothing leads out of", () => {
    expect(terminalStatuses(TABLE, ["red", "green", "off"])).toEqual(["off"]);
  });
});
