import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { botChats, bots, memberships, staffShifts } from "#drizzle/schema/index";
import { type AlertKind, type AlertLevel, LEVEL_ADDS, RINGS_KITCHEN } from "#shared/alert/alert";
import { levelsUpTo } from "#shared/alert/alert-ladder";
import type { Id } from "#shared/kernel/ids";
import type { Role } from "#shared/kernel/role";

/** Somebody of the staff, and the bot through which they hear. */
export type Listener = { accountId: Id; botId: Id; role: Role; onShift: boolean; reachable: boolean };

/** What decides who is concerned. `branchId` null: everybody. */
export type Concern = { kind: AlertKind; branchId: Id | null };

const RUNG_ROLES = ["kitchen", "dispatcher", "manager", "owner"] as const satisfies readonly Role[];

/**
 * Everybody whom this alert may ever concern, once per role. People of another branch are not; a bot that they blocked
 * counts as not reachable. Who has several staff bots is rung through the one that they opened last.
 */
export async function listenersOf({ tx, actor }: Work, { branchId }: Concern): Promise<Listener[]> {
  const { organisationId } = actor;
  return tx
    .selectDistinctOn([memberships.accountId, memberships.role], {
      accountId: memberships.accountId,
      botId: botChats.botId,
      role: memberships.role,
      onShift: sql<boolean>`${staffShifts.id} is not null`,
      reachable: sql<boolean>`${botChats.unreachableAt} is null`,
    })
    .from(memberships)
    .innerJoin(
      botChats,
      and(eq(botChats.organisationId, organisationId), eq(botChats.accountId, memberships.accountId)),
    )
    .innerJoin(
      bots,
      and(
        eq(bots.organisationId, organisationId),
        eq(bots.id, botChats.botId),
        eq(bots.kind, "staff"),
        eq(bots.enabled, true),
      ),
    )
    .leftJoin(
      staffShifts,
      and(
        eq(staffShifts.organisationId, organisationId),
        eq(staffShifts.accountId, memberships.accountId),
        isNull(staffShifts.endedAt),
      ),
    )
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.status, "active"),
        inArray(memberships.role, [...RUNG_ROLES]),
        branchId ? or(isNull(memberships.branchId), eq(memberships.branchId, branchId)) : undefined,
      ),
    )
    .orderBy(
      memberships.accountId,
      memberships.role,
      sql`${botChats.unreachableAt} is not null`,
      desc(botChats.startedAt),
    );
}

/** Whether a level adds anybody who can be reached now. */
export const hasReachable = (listeners: readonly Listener[]) => (level: AlertLevel) =>
  listeners.some((listener) => listener.reachable && belongsTo(listener, level));

/**
 * Who is rung at this level, each person once: its people and those of the levels below, and the kitchen where it is
 * concerned. When none of them can be reached the ring still goes out, to everybody with a chat at all: a message that
 * will probably fail is better than silence.
 */
export function rungAt(listeners: readonly Listener[], { kind }: Concern, level: AlertLevel): Listener[] {
  const levels = levelsUpTo(level);
  const called = listeners.filter(
    (listener) =>
      levels.some((each) => belongsTo(listener, each)) || (listener.role === "kitchen" && RINGS_KITCHEN.includes(kind)),
  );
  const reachable = called.filter((listener) => listener.reachable);
  return eachOnce(reachable.length > 0 ? reachable : listeners);
}

const belongsTo = ({ role, onShift }: Listener, level: AlertLevel): boolean =>
  role === LEVEL_ADDS[level].role && (onShift || !LEVEL_ADDS[level].onShiftOnly);

const eachOnce = (listeners: readonly Listener[]): Listener[] => [
  ...new Map(listeners.map((listener) => [listener.accountId, listener])).values(),
];
