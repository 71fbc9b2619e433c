import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency } from "#shared/kernel/money";
import { Vehicle } from "#shared/kernel/vehicle";

export const ReportBy = z.enum(["day", "hour", "branch", "courier"]);
export type ReportBy = z.infer<typeof ReportBy>;

export const REPORT_DAYS_MAX = 366;

/** Days of the branches' own calendars, both included. A report speaks of one currency. */
export const ReportQuery = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    by: ReportBy.default("day"),
    branchId: Id.optional(),
    currency: Currency.optional(),
  })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < REPORT_DAYS_MAX, {
    path: ["to"],
    error: "not a span",
  });
export type ReportQuery = z.infer<typeof ReportQuery>;

const DAY_MS = 86_400_000;
/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * What became of the orders that were placed then. `lateShare` is of the delivered ones; unpaid orders count nowhere.
 * `salesMinor`: what the delivered ones cost.
 */
export const ReportFigures = z.object({
  orders: z.int(),
  delivered: z.int(),
  salesMinor: z.int(),
  averageOrderMinor: z.int().nullable(),
  /** From placing to the door, on average. */
  deliveryMinutes: z.number().nullable(),
  lateShare: z.number().nullable(),
  /** Rejected, cancelled, failed or returned. */
  lost: z.int(),
});
export type ReportFigures = z.infer<typeof ReportFigures>;

/** `key`: "2026-03-02", the hour "0" … "23", or the id of a branch or courier; `name` of those. */
export const ReportRow = ReportFigures.extend({ key: z.string(), name: LocalText.nullable() });
export type ReportRow = z.infer<typeof ReportRow>;

export const ReportView = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  previousFrom: z.iso.date(),
  previousTo: z.iso.date(),
  currency: Currency,
  currencies: z.array(Currency),
  total: ReportFigures,
  previousTotal: ReportFigures,
  rows: z.array(ReportRow),
  /** The same of the days before, as many; the n-th day stands for the n-th. */
  previousRows: z.array(ReportRow),
});
export type ReportView = z.infer<typeof ReportView>;

/** A month of the city's calendar, "2026-03". */
export const PerformanceQuery = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  branchId: Id.optional(),
});
export type PerformanceQuery = z.infer<typeof PerformanceQuery>;

/** What a courier did in a month. Shares and averages are null where there is nothing to divide by. */
export const CourierPerformance = z.object({
  courierId: Id,
  firstName: z.string(),
  lastName: z.string().nullable(),
  vehicle: Vehicle,
  /** 1 is the best: by deliveries, then by those on time. */
  rank: z.int(),
  delivered: z.int(),
  failed: z.int(),
  onTimeShare: z.number().nullable(),
  /** From the counter to the door, on average. */
  carryMinutes: z.number().nullable(),
  rating: z.number().nullable(),
  ratings: z.int(),
  /** Of exclusive offers. */
  acceptanceShare: z.number().nullable(),
  offers: z.int(),
});
export type CourierPerformance = z.infer<typeof CourierPerformance>;
export const PerformanceView = z.object({ month: z.string(), couriers: z.array(CourierPerformance) });
export type PerformanceView = z.infer<typeof PerformanceView>;
