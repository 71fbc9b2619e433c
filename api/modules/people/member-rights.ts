import type { Person } from "#api/platform/actor";
import { mustMay } from "#api/platform/must-may";
import type { Id } from "#shared/kernel/ids";
import type { Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";
import type { Role } from "#shared/kernel/role";

/** Whose word makes somebody a member of this role. */
export const GRANTED_BY: Readonly<Record<Exclude<Role, "customer">, Permission>> = {
  courier: "courier.invite",
  kitchen: "member.invite",
  dispatcher: "member.invite",
  manager: "member.grant_management",
  owner: "member.grant_management",
};

/** @throws Refusal `auth.not_allowed` */
export const mustGrant = (actor: Person, role: Role): void => {
  if (role === "customer") throw new Refusal("auth.not_allowed");
  mustMay(actor, GRANTED_BY[role]);
};

/** Who answers for one branch decides about that branch alone; null is every branch. */
export const reaches = ({ branches }: Person, branchId: Id | null): boolean =>
  branches === "all" || (branchId !== null && branches.includes(branchId));
