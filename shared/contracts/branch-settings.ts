import { z } from "zod";
import { AlertSettings } from "#shared/alert/alert-settings";
import { DispatchSettings } from "#shared/delivery/dispatch-settings";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { Phone, plainText } from "#shared/kernel/text";

const minute = z.int().min(0).max(1_440);
const DAY_MINUTES = 1_440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** One stretch of a weekday (1 Monday … 7 Sunday), in minutes after local midnight. Closing at or before opening: next day. */
export const OpenStretch = z.object({
  weekday: z.int().min(1).max(7),
  opensMinute: minute.max(1_439),
  closesMinute: minute,
});
export type OpenStretch = z.infer<typeof OpenStretch>;

/** From and to, in minutes after Monday's midnight; past the end of the week where Sunday's night goes on. */
const inWeek = ({ weekday, opensMinute, closesMinute }: OpenStretch) => {
  const from = (weekday - 1) * DAY_MINUTES + opensMinute;
  const length = closesMinute - opensMinute + (closesMinute <= opensMinute ? DAY_MINUTES : 0);
  return { from, to: from + length };
};

/** Whether two stretches of the week have a minute in common; Sunday's night runs into Monday. */
export function overlaps(one: OpenStretch, other: OpenStretch): boolean {
  const [a, b] = [inWeek(one), inWeek(other)];
  return [-WEEK_MINUTES, 0, WEEK_MINUTES].some((shift) => a.from < b.to + shift && b.from + shift < a.to);
}

/** A stretch that overlaps an earlier one is refused at its own place. */
export const BranchHours = z
  .array(OpenStretch)
  .max(28)
  .superRefine((hours, { addIssue }) => {
    hours.forEach((stretch, index) => {
      if (hours.slice(0, index).some((earlier) => overlaps(earlier, stretch)))
        addIssue({ code: "custom", path: [index], message: "overlaps other hours", params: { text: "hours-overlap" } });
    });
  });

/** A local day with hours of its own, or closed. */
export const BranchHoliday = z
  .object({ day: z.iso.date(), opensMinute: minute.max(1_439).nullable(), closesMinute: minute.nullable() })
  .refine(({ opensMinute, closesMinute }) => (opensMinute === null) === (closesMinute === null), "both or neither");
export type BranchHoliday = z.infer<typeof BranchHoliday>;
export const BranchHolidays = z
  .array(BranchHoliday)
  .max(200)
  .superRefine((holidays, { addIssue }) => {
    holidays.forEach(({ day }, index) => {
      if (holidays.slice(0, index).some((earlier) => earlier.day === day))
        addIssue({
          code: "custom",
          path: [index, "day"],
          message: "the same day twice",
          params: { text: "day-twice" },
        });
    });
  });

const name = plainText(120);
export const BranchName = LocalText.extend({ en: name, ru: name.optional(), uz: name.optional() });

/** What customers see of a branch, and what it takes. */
export const BranchDetails = z.object({
  name: BranchName,
  addressText: plainText(300),
  phone: Phone.nullable(),
  point: Point,
  preparationMinutes: z.int().min(0).max(600),
  takesCash: z.boolean(),
  takesInvoice: z.boolean(),
  offersPickup: z.boolean(),
});
export type BranchDetails = z.infer<typeof BranchDetails>;

/** What a courier earns for a trip from here, in minor units of the branch's currency. */
export const CourierPay = z.object({ baseMinor: Price, perKmMinor: Price, perExtraStopMinor: Price });

/** All that a manager may set of a branch. `version` counts the edits. */
export const BranchSettings = z.object({
  id: Id,
  brandName: z.string(),
  currency: Currency,
  timezone: z.string(),
  version: z.int(),
  pausedUntil: z.iso.datetime().nullable(),
  open: z.boolean(),
  details: BranchDetails,
  hours: BranchHours,
  holidays: BranchHolidays,
  dispatch: DispatchSettings.refine(({ radiusMetres, maxRadiusMetres }) => radiusMetres <= maxRadiusMetres, {
    path: ["maxRadiusMetres"],
    message: "less than the first radius",
    params: { text: "radius-order" },
  }),
  alerts: AlertSettings,
  pay: CourierPay,
});
export type BranchSettings = z.infer<typeof BranchSettings>;

/** Parts that shall be different. `version` is the one that the editor saw: an older one is refused. */
export const BranchSettingsChange = BranchSettings.pick({
  details: true,
  hours: true,
  holidays: true,
  dispatch: true,
  alerts: true,
  pay: true,
})
  .partial()
  .extend({ version: z.int() });
export type BranchSettingsChange = z.infer<typeof BranchSettingsChange>;

/**
 * A further branch that works like one that is there: same brand and menu, hours, pay, dispatch. Its zones are its own.
 * `likeBranchId` null: the organisation's first one.
 */
export const NewBranch = BranchDetails.pick({ name: true, addressText: true, phone: true, point: true }).extend({
  likeBranchId: Id.nullable(),
});
export type NewBranch = z.infer<typeof NewBranch>;
