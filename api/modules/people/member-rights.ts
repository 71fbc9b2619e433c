import type { Person } from "#api/platform/actor";
import { mustMay } from "#api/platform/must-may";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { Role } from "#shared/kernel/role";
import { GRANTED_BY } from "#shared/people/granted-by";

/** @throws Refusal `auth.not_allowed` */
export const mustGrant = (actor: Person, role: Role): void => {
  if (role === "customer") throw new Refusal("auth.not_allowed");
  mustMay(actor, GRANTED_BY[role]);
};

/** Who answers for one branch decides about that branch alone; null is every branch. */
export const reaches = ({ branches }: Person, branchId: Id | null): boolean =>
  branches === "all" || (branchId !== null && branches.includes(branchId));
