import type { Id } from "#shared/kernel/ids";
import { may, type Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";
import { Role } from "#shared/kernel/role";
import { type Actor, type Branches, covers, hasRole, together } from "./actor";

/** The roles that a person holds; the house itself holds none. */
export const rolesOf = (actor: Pick<Actor, "roles">): Role[] =>
  actor.roles.filter((doer): doer is Role => Role.safeParse(doer).success);

/** @throws Refusal `auth.not_allowed` when none of the actor's roles may do this */
export function mustMay(actor: Actor, permission: Permission): void {
  if (!may(rolesOf(actor), permission)) throw new Refusal("auth.not_allowed", { permission });
}

/** The branches where this person may do it: those of the roles that give the right, and of no others. */
export const reachOf = (actor: Actor, permission: Permission): Branches =>
  hasRole(actor, "system")
    ? "all"
    : together(
        rolesOf(actor)
          .filter((role) => may([role], permission))
          .map((role) => actor.branchesOf[role] ?? []),
      );

/** Whether this person may do it at this branch. */
export const mayAt = (actor: Actor, permission: Permission, branchId: Id): boolean =>
  covers(reachOf(actor, permission), branchId);
