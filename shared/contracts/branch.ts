import { z } from "zod";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";

const degrees = z.coerce.number();
/** A place in a query string. */
export const PointQuery = z.object({
  lat: degrees.pipe(z.number().min(-90).max(90)),
  lng: degrees.pipe(z.number().min(-180).max(180)),
});
/** Branches for somebody at a point: those that bring it there, and those where it can be collected. */
export const BranchesQuery = PointQuery.partial();

export const BranchRef = z.object({ id: Id });

/** What bringing something to the point costs at least: the fee of the smallest order that is taken. */
export const DeliveryTerms = z.object({
  zoneId: Id,
  feeMinor: Price,
  minimumMinor: Price,
  promisedMinutes: z.int(),
  distanceMetres: z.int(),
});
export type DeliveryTerms = z.infer<typeof DeliveryTerms>;

export const BranchView = z.object({
  id: Id,
  brandId: Id,
  brandName: z.string(),
  name: LocalText,
  addressText: z.string(),
  phone: z.string().nullable(),
  point: Point,
  timezone: z.string(),
  currency: Currency,
  takesCash: z.boolean(),
  takesInvoice: z.boolean(),
  offersPickup: z.boolean(),
  /** Within its hours and not paused. */
  open: z.boolean(),
  pausedUntil: z.iso.datetime().nullable(),
  extraPromiseMinutes: z.int(),
  /** Null when nothing is brought to the point, or no point was given. */
  delivery: DeliveryTerms.nullable(),
});
export type BranchView = z.infer<typeof BranchView>;

/** For how long the branch takes no orders; 0 opens it again. */
export const PauseBranch = z.object({ minutes: z.int().min(0).max(1_440) });
/** Added to every promise for a while; 0 minutes ends it. */
export const ExtraPromise = z.object({ extraMinutes: z.int().min(0).max(240), forMinutes: z.int().min(1).max(1_440) });
export type ExtraPromise = z.infer<typeof ExtraPromise>;

export const TermsQuery = PointQuery.extend({ branchId: Id });
/** 0 opens it again. */
export const PauseZone = z.object({ minutes: z.int().min(0).max(1_440) });
export const ZonePause = z.object({ id: Id, branchId: Id, pausedUntil: z.iso.datetime().nullable() });
export type ZonePause = z.infer<typeof ZonePause>;
