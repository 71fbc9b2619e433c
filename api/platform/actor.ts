import type { Id } from "#shared/kernel/ids";
import { type Doer, type Role, STAFF_ROLES } from "#shared/kernel/role";

/** Who is asking: an account, in the organisation of the bot it came through, with the roles that this bot serves. */
export type Actor = {
  accountId: Id | null; // null: the house itself
  organisationId: Id;
  botId: Id | null;
  roles: readonly Doer[];
  /** Branches that the staff roles reach; `all` for those without a branch of their own. */
  branches: "all" | readonly Id[];
  /** Set when the account is a courier of the organisation and came through a courier bot. */
  courierId: Id | null;
  sessionId: Id | null;
};

/** A signed-in person; the verbs of people take this one. */
export type Person = Actor & { accountId: Id; botId: Id };

/** The house, where a deadline passed and nobody asked. */
export const systemActor = (organisationId: Id): Actor => ({
  accountId: null,
  organisationId,
  botId: null,
  roles: ["system"],
  branches: "all",
  courierId: null,
  sessionId: null,
});

export const hasRole = (actor: Actor, ...roles: Doer[]): boolean => roles.some((role) => actor.roles.includes(role));

/** Staff of this branch, or of all of them. */
export const staffOf = (actor: Actor, branchId: Id): boolean =>
  actor.roles.some((role) => STAFF_ROLES.includes(role as Role)) &&
  (actor.branches === "all" || actor.branches.includes(branchId));
