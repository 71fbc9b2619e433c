import { and, eq, isNull } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import { loadActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import { rolesOf } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { bots, memberships, organisations, profiles, staffShifts } from "#drizzle/schema/index";
import type { MeView } from "#shared/contracts/people";
import type { Id } from "#shared/kernel/ids";
import { permissionsOf } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";

const quietHoursOf = ({ quietFromMinute: fromMinute, quietUntilMinute: untilMinute }: typeof profiles.$inferSelect) =>
  fromMinute === null || untilMinute === null ? null : { fromMinute, untilMinute };

type Whose = { organisationId: Id; botId: Id; accountId: Id };

/** Who somebody is in an organisation, through one of its bots. @throws Refusal `auth.suspended`, `member.not_found` */
export async function whoIs(deps: Deps, { organisationId, botId, accountId }: Whose): Promise<MeView> {
  const { language, courierId, branches, ...actor } = await loadActor(deps, { organisationId, botId, accountId });
  return withActor(deps, systemActor(organisationId), async ({ tx }) => {
    const here = eq(memberships.organisationId, organisationId);
    const [[organisation], [bot], [profile], own, [shift]] = await Promise.all([
      tx.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId)),
      tx
        .select({ kind: bots.kind })
        .from(bots)
        .where(and(eq(bots.organisationId, organisationId), eq(bots.id, botId))),
      tx
        .select()
        .from(profiles)
        .where(and(eq(profiles.organisationId, organisationId), eq(profiles.accountId, accountId))),
      tx
        .select({
          id: memberships.id,
          role: memberships.role,
          branchId: memberships.branchId,
          status: memberships.status,
        })
        .from(memberships)
        .where(and(here, eq(memberships.accountId, accountId))),
      tx
        .select({ id: staffShifts.id })
        .from(staffShifts)
        .where(
          and(
            eq(staffShifts.organisationId, organisationId),
            eq(staffShifts.accountId, accountId),
            isNull(staffShifts.endedAt),
          ),
        ),
    ]);
    if (!organisation || !bot || !profile) throw new Refusal("member.not_found");
    const roles = rolesOf(actor);
    return {
      accountId,
      organisationId,
      organisationName: organisation.name,
      botId,
      botKind: bot.kind,
      firstName: profile.firstName,
      lastName: profile.lastName,
      phone: profile.phone,
      language,
      roles,
      permissions: permissionsOf(roles),
      branches: branches === "all" ? "all" : [...branches],
      courierId,
      memberships: own,
      onShift: Boolean(shift),
      quietHours: quietHoursOf(profile),
    };
  });
}
