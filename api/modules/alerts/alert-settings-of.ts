import { and, eq } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches } from "#drizzle/schema/index";
import { AlertSettings, USUAL_ALERTS } from "#shared/alert/alert-settings";
import type { Id } from "#shared/kernel/ids";

/** How this branch is rung; as usual where no branch is concerned. */
export async function alertSettingsOf({ tx, actor }: Work, branchId: Id | null): Promise<AlertSettings> {
  if (!branchId) return USUAL_ALERTS;
  const [branch] = await tx
    .select({ alerts: branches.alerts })
    .from(branches)
    .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, branchId)));
  return AlertSettings.parse(branch?.alerts ?? {});
}
