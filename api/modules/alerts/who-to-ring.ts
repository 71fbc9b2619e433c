import { isQuietNow, type KeptQuietHours } from "#api/domain/hours/quiet-now";
import { connectionOf } from "#api/platform/database";
import type { Work } from "#api/platform/with-actor";
import { type AlertKind, type AlertLevel, LEVEL_ADDS, RINGS_KITCHEN } from "#shared/alert/alert";
import { levelsUpTo } from "#shared/alert/alert-ladder";
import type { Id } from "#shared/kernel/ids";
import type { Role } from "#shared/kernel/role";

/** Somebody of the staff, and the bot through which they hear. */
export type Listener = {
  accountId: Id;
  botId: Id;
  role: Role;
  /** On duty, and not in their quiet hours. */
  onShift: boolean;
  quiet: boolean;
  reachable: boolean;
};

type ListenerRow = Omit<Listener, "quiet"> & KeptQuietHours;

/** What decides who is concerned. `branchId` null: everybody. */
export type Concern = { kind: AlertKind; branchId: Id | null };

/**
 * Everybody whom this alert may ever concern, once per role. People of another branch are not; a bot that they blocked
 * counts as not reachable, and quiet hours count as off duty. Who has several staff bots is rung through the one that they opened last. By hand, because
 * every new order asks it.
 */
export async function listenersOf(
  { tx, actor, at }: Work,
  { branchId }: Pick<Concern, "branchId">,
): Promise<Listener[]> {
  const rows = await connectionOf(tx)<ListenerRow[]>`
    select distinct on (m.account_id, m.role) m.account_id as "accountId", c.bot_id as "botId", m.role,
      s.id is not null as "onShift", c.unreachable_at is null as reachable, p.quiet_from_minute as "quietFromMinute",
      p.quiet_until_minute as "quietUntilMinute", p.quiet_timezone as "quietTimezone"
    from memberships m
    join bot_chats c on c.organisation_id = m.organisation_id and c.account_id = m.account_id
    join bots b on b.organisation_id = c.organisation_id and b.id = c.bot_id and b.kind = 'staff' and b.enabled
    left join profiles p on p.organisation_id = m.organisation_id and p.account_id = m.account_id
    left join staff_shifts s
      on s.organisation_id = m.organisation_id and s.account_id = m.account_id and s.ended_at is null
    where m.organisation_id = ${actor.organisationId} and m.status = 'active'
      and m.role in ('kitchen', 'dispatcher', 'manager', 'owner')
      and (${branchId}::uuid is null or m.branch_id is null or m.branch_id = ${branchId})
    order by m.account_id, m.role, c.unreachable_at is not null, c.started_at desc`;
  return rows.map(({ quietFromMinute, quietUntilMinute, quietTimezone, ...row }) => {
    const quiet = isQuietNow({ quietFromMinute, quietUntilMinute, quietTimezone }, at);
    return { ...row, quiet, onShift: row.onShift && !quiet };
  });
}

/** Whether a level adds anybody who can be reached now. */
export const hasReachable = (listeners: readonly Listener[]) => (level: AlertLevel) =>
  listeners.some((listener) => listener.reachable && belongsTo(listener, level));

/**
 * Who is rung at this level, each person once: its people and those of the levels below, and the kitchen where it is
 * concerned, in its quiet hours from the second level on. When none of them can be reached the ring still goes out, to everybody with a chat at all: a message that
 * will probably fail is better than silence.
 */
export function rungAt(listeners: readonly Listener[], { kind }: Concern, level: AlertLevel): Listener[] {
  const levels = levelsUpTo(level);
  const called = listeners.filter(
    (listener) =>
      levels.some((each) => belongsTo(listener, each)) ||
      (listener.role === "kitchen" && RINGS_KITCHEN.includes(kind) && !(listener.quiet && levels.length === 1)),
  );
  const reachable = called.filter((listener) => listener.reachable);
  return eachOnce(reachable.length > 0 ? reachable : listeners);
}

const belongsTo = ({ role, onShift }: Listener, level: AlertLevel): boolean =>
  role === LEVEL_ADDS[level].role && (onShift || !LEVEL_ADDS[level].onShiftOnly);

const eachOnce = (listeners: readonly Listener[]): Listener[] => [
  ...new Map(listeners.map((listener) => [listener.accountId, listener])).values(),
];
