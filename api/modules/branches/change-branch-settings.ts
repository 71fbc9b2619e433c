import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import { changedFields } from "#api/modules/audit/changed-fields";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches } from "#drizzle/schema/index";
import type { BranchSettings, BranchSettingsChange } from "#shared/contracts/branch-settings";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { readBranchSettings } from "./read-branch-settings";
import { replaceHolidays, replaceHours } from "./replace-hours";

/**
 * Sets parts of a branch: details, hours, holidays, dispatch, alerts or pay. Saving what is there already changes and
 * records nothing.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`, `request.outdated` with the version of now
 */
export const changeBranchSettings = (
  deps: Deps,
  actor: Person,
  { id, version, ...parts }: BranchSettingsChange & { id: Id },
): Promise<BranchSettings> => {
  mustMay(actor, "branch.edit");
  if (!mayAt(actor, "branch.edit", id)) throw new Refusal("branch.not_found");
  return withActor(deps, actor, async (work) => {
    await lockVersion(work, id, version);
    const before = await readBranchSettings(work, id);
    await save(work, deps, id, parts);
    const after = await readBranchSettings(work, id);
    const changed = changedFields(fieldsOf(before), fieldsOf(after));
    if (Object.keys(changed.after).length === 0) return after;
    await audit(work, deps, { action: "branch.edit", subjectKind: "branch", subjectId: id, ...changed });
    await work.tx
      .update(branches)
      .set({ version: version + 1 })
      .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, id)));
    work.emit({ kind: "branch.changed", body: { branchId: id } });
    return { ...after, version: version + 1 };
  });
};

/** Race: two managers save what both had opened. The row lock lets one pass; the other finds the version gone. */
async function lockVersion({ tx, actor }: Work, id: Id, version: number): Promise<void> {
  const [branch] = await tx
    .select({ version: branches.version })
    .from(branches)
    .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, id), isNull(branches.archivedAt)))
    .for("no key update");
  if (!branch) throw new Refusal("branch.not_found");
  if (branch.version !== version) throw new Refusal("request.outdated", { version: branch.version });
}

type Parts = Omit<BranchSettingsChange, "version">;

async function save(work: Work, deps: Deps, id: Id, parts: Parts): Promise<void> {
  const { details, hours, holidays, dispatch, alerts, pay } = parts;
  const { point, ...described } = details ?? {};
  const columns = {
    ...described,
    ...(point && { lat: point.lat, lng: point.lng }),
    ...(dispatch && { dispatch }),
    ...(alerts && { alerts }),
    ...(pay && {
      payBaseMinor: pay.baseMinor,
      payPerKmMinor: pay.perKmMinor,
      payPerExtraStopMinor: pay.perExtraStopMinor,
    }),
  };
  if (Object.keys(columns).length > 0)
    await work.tx
      .update(branches)
      .set(columns)
      .where(and(eq(branches.organisationId, work.actor.organisationId), eq(branches.id, id)));
  if (hours) await replaceHours(work, deps, id, hours);
  if (holidays) await replaceHolidays(work, id, holidays);
}

/** One level deep, so that the log names `phone` and not all of `details`. */
const fieldsOf = ({ details, hours, holidays, dispatch, alerts, pay }: BranchSettings): Record<string, unknown> => ({
  ...details,
  hours,
  holidays,
  ...dispatch,
  ...alerts,
  payBaseMinor: pay.baseMinor,
  payPerKmMinor: pay.perKmMinor,
  payPerExtraStopMinor: pay.perExtraStopMinor,
});
