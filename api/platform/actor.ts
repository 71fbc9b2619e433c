import type { Id } from "#shared/kernel/ids";
import { type Doer, type Role, STAFF_ROLES } from "#shared/kernel/role";

/** `all`: those that will be opened later, too. */
export type Branches = "all" | readonly Id[];

/** Who is asking: an account, in the organisation of the bot it came through, with the roles that this bot serves. */
export type Actor = {
  accountId: Id | null; // null: the house itself
  organisationId: Id;
  botId: Id | null;
  roles: readonly Doer[];
  /** Branches that the staff roles reach, taken together: for what every one of the staff may. */
  branches: Branches;
  /** The same for each staff role: a right reaches no further than the roles that give it (`reachOf`). */
  branchesOf: Readonly<Partial<Record<Role, Branches>>>;
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
  branchesOf: {},
  courierId: null,
  sessionId: null,
});

export const hasRole = (actor: Actor, ...roles: Doer[]): boolean => roles.some((role) => actor.roles.includes(role));

/** What somebody of the staff is at this branch; nothing: a stranger there. */
export const rolesAt = ({ roles, branchesOf }: Actor, branchId: Id): Role[] =>
  STAFF_ROLES.filter((role) => roles.includes(role) && covers(branchesOf[role] ?? [], branchId));

/** Staff of this branch, in whatever role. */
export const staffOf = (actor: Actor, branchId: Id): boolean => rolesAt(actor, branchId).length > 0;

export const covers = (branches: Branches, branchId: Id): boolean => branches === "all" || branches.includes(branchId);

/** The branches of several roles together. */
export const together = (reaches: readonly Branches[]): Branches =>
  reaches.includes("all") ? "all" : [...new Set(reaches.flat())];
