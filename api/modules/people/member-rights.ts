import { covers, type Person } from "#api/platform/actor";
import { mustMay, reachOf } from "#api/platform/must-may";
import type { Id } from "#shared/kernel/ids";
import type { Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";
import type { Role } from "#shared/kernel/role";
import { GRANTED_BY } from "#shared/people/granted-by";

/**
 * May give this role there, and take it away; null is every branch.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`
 */
export function mustGrant(actor: Person, role: Role, branchId: Id | null): void {
  if (role === "customer") throw new Refusal("auth.not_allowed");
  mustMay(actor, GRANTED_BY[role]);
  if (!reaches(actor, GRANTED_BY[role], branchId)) throw new Refusal("branch.not_found");
}

/** Who answers for one branch decides about that branch alone; null is every branch. */
export function reaches(person: Person, permission: Permission, branchId: Id | null): boolean {
  const branches = reachOf(person, permission);
  return branches === "all" || (branchId !== null && covers(branches, branchId));
}
