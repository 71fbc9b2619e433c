import { and, eq, isNull } from "drizzle-orm";
import { hasRole, type Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { staffShifts } from "#drizzle/schema/index";
import type { ShiftView } from "#shared/contracts/people";
import { Refusal } from "#shared/kernel/refusal";
import { STAFF_ROLES } from "#shared/kernel/role";

/**
 * "I am here": alerts ring this person first. Twice is once; the unique open shift settles two devices at once.
 * @throws Refusal `auth.not_allowed`
 */
export const startShift = (deps: Deps, actor: Person): Promise<ShiftView> => {
  mustBeStaff(actor);
  return withActor(deps, actor, async (work) => {
    await work.tx
      .insert(staffShifts)
      .values({
        organisationId: actor.organisationId,
        id: deps.newId(),
        accountId: actor.accountId,
        startedAt: work.at,
      })
      .onConflictDoNothing();
    work.emit({ kind: "member.changed", body: { accountId: actor.accountId } });
    const [open] = await work.tx.select().from(staffShifts).where(openShiftOf(actor));
    return { onShift: true, since: open?.startedAt.toISOString() ?? null };
  });
};

/** "I go home": alerts ring the others first. @throws Refusal `auth.not_allowed` */
export const endShift = (deps: Deps, actor: Person): Promise<ShiftView> => {
  mustBeStaff(actor);
  return withActor(deps, actor, async (work) => {
    await closeShift(work, actor);
    work.emit({ kind: "member.changed", body: { accountId: actor.accountId } });
    return { onShift: false, since: null };
  });
};

/** Ends somebody's open shift, if there is one. */
export const closeShift = ({ tx, at }: Work, whose: Pick<Person, "organisationId" | "accountId">) =>
  tx.update(staffShifts).set({ endedAt: at }).where(openShiftOf(whose));

const openShiftOf = ({ organisationId, accountId }: Pick<Person, "organisationId" | "accountId">) =>
  and(
    eq(staffShifts.organisationId, organisationId),
    eq(staffShifts.accountId, accountId),
    isNull(staffShifts.endedAt),
  );

function mustBeStaff(actor: Person): void {
  if (!hasRole(actor, ...STAFF_ROLES)) throw new Refusal("auth.not_allowed");
}
