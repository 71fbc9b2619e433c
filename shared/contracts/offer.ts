import { z } from "zod";
import { DeclineReason, OfferMode, OfferStatus } from "#shared/delivery/offer";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";

const moment = z.iso.datetime();

export const OfferRef = z.object({ id: Id });
export const DeclineOffer = z.object({ reason: DeclineReason });

/** Where a trip begins and where it leads. Doors are shown exactly only to the courier who has taken it. */
export const OfferedOrder = z.object({
  orderCode: z.string(),
  branchId: Id,
  branchName: LocalText,
  branchAddress: z.string(),
  pickup: Point,
  /** Rounded to about a hundred metres. */
  dropoffArea: Point,
  readyAt: moment,
  promisedAt: moment,
  cashToCollectMinor: Price,
  /** Things to carry. */
  itemCount: z.int(),
});

export const OfferView = z.object({
  id: Id,
  tripId: Id,
  mode: OfferMode,
  status: OfferStatus,
  version: z.int(),
  currency: Currency,
  payMinor: Price,
  pickupMetres: z.int(),
  tripMetres: z.int(),
  /** Why this courier, in figures: whatever the policy of the round weighed. */
  reasons: z.record(z.string(), z.number()),
  orders: z.array(OfferedOrder),
  offeredAt: moment,
  expiresAt: moment,
  decidedAt: moment.nullable(),
});
export type OfferView = z.infer<typeof OfferView>;
export const OfferList = z.object({ offers: z.array(OfferView) });
