import type { Permission } from "#shared/kernel/permissions";
import type { Role } from "#shared/kernel/role";

/** Whose word makes somebody a member of this role. */
export const GRANTED_BY: Readonly<Record<Exclude<Role, "customer">, Permission>> = {
  courier: "courier.invite",
  kitchen: "member.invite",
  dispatcher: "member.invite",
  manager: "member.grant_management",
  owner: "member.grant_management",
};
