import { describe, expect, it } from "vitest";
import { may, PERMISSIONS, type Permission, permissionsOf } from "./permissions";
import { Role, STAFF_ROLES } from "./role";

describe("who may do what", () => {
  it.each([
    ["kitchen", "dispatcher"],
    ["dispatcher", "manager"],
    ["manager", "owner"],
  ] as const)("gives the %s nothing that the %s has not", (lower, upper) => {
    expect(permissionsOf([upper])).toEqual(expect.arrayContaining(permissionsOf([lower])));
  });

  it("shows a customer and a courier nothing of other people's business", () => {
    const ofStaff = Object.keys(PERMISSIONS).filter((permission) =>
      /^(board|report|audit|member|alert|chat\.see)/.test(permission),
    );
    expect(ofStaff.length).toBeGreaterThan(6);
    for (const permission of ofStaff) expect(may(["customer", "courier"], permission as Permission)).toBe(false);
  });

  it("lets only customers order and only couriers answer offers", () => {
    for (const role of Role.options) {
      expect(may([role], "order.place")).toBe(role === "customer");
      expect(may([role], "offer.answer")).toBe(role === "courier");
    }
  });

  it("lets only the owner make managers and change bots", () => {
    for (const role of STAFF_ROLES) expect(may([role], "member.grant_management")).toBe(role === "owner");
    for (const role of STAFF_ROLES) expect(may([role], "bot.edit")).toBe(role === "owner");
  });

  it("adds up the roles that one person holds, and gives a person without any nothing", () => {
    expect(may(["customer", "courier"], "offer.answer")).toBe(true);
    expect(permissionsOf([])).toEqual([]);
  });
});
