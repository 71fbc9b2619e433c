import { and, asc, eq, isNull } from "drizzle-orm";
import { isOpen } from "#api/domain/hours/opening-hours";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, branchHolidays, branchHours, brands } from "#drizzle/schema/index";
import { AlertSettings } from "#shared/alert/alert-settings";
import type { BranchSettings } from "#shared/contracts/branch-settings";
import { DispatchSettings } from "#shared/delivery/dispatch-settings";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** All that a manager may set of a branch. @throws Refusal `auth.not_allowed`, `branch.not_found` */
export const seeBranchSettings = (deps: Deps, actor: Person, id: Id): Promise<BranchSettings> => {
  mustMay(actor, "branch.edit");
  if (!mayAt(actor, "branch.edit", id)) throw new Refusal("branch.not_found");
  return withActor(deps, actor, (work) => readBranchSettings(work, id));
};

/** @throws Refusal `branch.not_found` */
export async function readBranchSettings({ tx, actor, at }: Work, id: Id): Promise<BranchSettings> {
  const { organisationId } = actor;
  const [[row], hours, holidays] = await Promise.all([
    tx
      .select({ branch: branches, brandName: brands.name })
      .from(branches)
      .innerJoin(brands, and(eq(brands.organisationId, branches.organisationId), eq(brands.id, branches.brandId)))
      .where(and(eq(branches.organisationId, organisationId), eq(branches.id, id), isNull(branches.archivedAt))),
    tx
      .select({
        weekday: branchHours.weekday,
        opensMinute: branchHours.opensMinute,
        closesMinute: branchHours.closesMinute,
      })
      .from(branchHours)
      .where(and(eq(branchHours.organisationId, organisationId), eq(branchHours.branchId, id)))
      .orderBy(asc(branchHours.weekday), asc(branchHours.opensMinute)),
    tx
      .select({
        day: branchHolidays.day,
        opensMinute: branchHolidays.opensMinute,
        closesMinute: branchHolidays.closesMinute,
      })
      .from(branchHolidays)
      .where(and(eq(branchHolidays.organisationId, organisationId), eq(branchHolidays.branchId, id)))
      .orderBy(asc(branchHolidays.day)),
  ]);
  if (!row) throw new Refusal("branch.not_found");
  return settingsOf({ ...row, hours, holidays }, at);
}

type Read = Pick<BranchSettings, "brandName" | "hours" | "holidays"> & { branch: typeof branches.$inferSelect };

function settingsOf({ branch, brandName, hours, holidays }: Read, at: Date): BranchSettings {
  const { id, currency, timezone, version, name, addressText, phone, lat, lng, preparationMinutes } = branch;
  const { takesCash, takesInvoice, offersPickup, payBaseMinor, payPerKmMinor, payPerExtraStopMinor } = branch;
  const pausedUntil = branch.pausedUntil && branch.pausedUntil > at ? branch.pausedUntil : null;
  return {
    id,
    brandName,
    currency,
    timezone,
    version,
    pausedUntil: pausedUntil?.toISOString() ?? null,
    open: !pausedUntil && isOpen({ timezone, hours, holidays }, at),
    details: {
      name: { en: name.en, ...(name.ru && { ru: name.ru }), ...(name.uz && { uz: name.uz }) },
      addressText,
      phone,
      point: { lat, lng },
      preparationMinutes,
      takesCash,
      takesInvoice,
      offersPickup,
    },
    hours,
    holidays,
    dispatch: DispatchSettings.parse(branch.dispatch),
    alerts: AlertSettings.parse(branch.alerts),
    pay: { baseMinor: payBaseMinor, perKmMinor: payPerKmMinor, perExtraStopMinor: payPerExtraStopMinor },
  };
}
