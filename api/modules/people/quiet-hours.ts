import { and, asc, eq } from "drizzle-orm";
import { hasRole, type Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { branches, profiles } from "#drizzle/schema/index";
import type { MeView } from "#shared/contracts/people";
import { Refusal } from "#shared/kernel/refusal";
import { STAFF_ROLES } from "#shared/kernel/role";
import type { QuietHours } from "#shared/people/quiet-hours";
import { whoIs } from "./who-is";

/**
 * Between these times nothing sounds for this person but an alert that nobody else has answered; null takes them back.
 * They are of the wall of the organisation's oldest branch. @throws Refusal `auth.not_allowed`
 */
export async function setQuietHours(
  deps: Deps,
  actor: Person,
  { quietHours }: { quietHours: QuietHours | null },
): Promise<MeView> {
  if (!hasRole(actor, ...STAFF_ROLES)) throw new Refusal("auth.not_allowed");
  const { organisationId, accountId } = actor;
  await withActor(deps, actor, async ({ tx, at }) => {
    const [oldest] = await tx
      .select({ timezone: branches.timezone })
      .from(branches)
      .where(eq(branches.organisationId, organisationId))
      .orderBy(asc(branches.createdAt), asc(branches.id))
      .limit(1);
    await tx
      .update(profiles)
      .set({
        quietFromMinute: quietHours?.fromMinute ?? null,
        quietUntilMinute: quietHours?.untilMinute ?? null,
        quietTimezone: quietHours && (oldest?.timezone ?? "UTC"),
        updatedAt: at,
      })
      .where(and(eq(profiles.organisationId, organisationId), eq(profiles.accountId, accountId)));
  });
  return whoIs(deps, actor);
}
