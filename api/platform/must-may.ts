import { may, type Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";
import { Role } from "#shared/kernel/role";
import type { Actor } from "./actor";

/** The roles that a person holds; the house itself holds none. */
export const rolesOf = (actor: Pick<Actor, "roles">): Role[] =>
  actor.roles.filter((doer): doer is Role => Role.safeParse(doer).success);

/** @throws Refusal `auth.not_allowed` when none of the actor's roles may do this */
export function mustMay(actor: Actor, permission: Permission): void {
  if (!may(rolesOf(actor), permission)) throw new Refusal("auth.not_allowed", { permission });
}
