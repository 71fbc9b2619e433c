import { z } from "zod";
import { CourierState, CourierStatus } from "#shared/courier/courier-state";
import { DeliveryStatus } from "#shared/delivery/delivery-status";
import { OfferMode, OfferStatus } from "#shared/delivery/offer";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { Vehicle } from "#shared/kernel/vehicle";

const moment = z.iso.datetime();

export const CourierRef = z.object({ id: Id });

/** Somebody who wants to ride here. `regionId` may be left out where the business works in one city. */
export const CourierApplication = z.object({ vehicle: Vehicle, regionId: Id.nullish() });
export type CourierApplication = z.infer<typeof CourierApplication>;

/** What a manager changes of a courier. */
export const CourierChange = z.object({
  vehicle: Vehicle.optional(),
  capacity: z.int().min(1).max(50).optional(),
  dailyGuaranteeMinor: Price.optional(),
  cashLimitMinor: Price.optional(),
});
export type CourierChange = z.infer<typeof CourierChange>;

export const LastPosition = Point.extend({ at: moment });

export const CourierView = z.object({
  id: Id,
  accountId: Id,
  firstName: z.string(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  vehicle: Vehicle,
  capacity: z.int(),
  status: CourierStatus,
  state: CourierState,
  stateAt: moment,
  /** 1 … 5; null before the first rating. */
  rating: z.number().nullable(),
  /** Share of exclusive offers taken; null before the first. */
  acceptanceRate: z.number().nullable(),
  currency: Currency,
  dailyGuaranteeMinor: Price,
  cashLimitMinor: Price,
  /** Orders that the courier is bound by now. */
  activeOrders: z.int(),
  /** As of at most 15 seconds ago. */
  position: LastPosition.nullable(),
});
export type CourierView = z.infer<typeof CourierView>;
export const CourierList = z.object({ couriers: z.array(CourierView) });

export const NearestQuery = z.object({
  lat: z.coerce.number().pipe(z.number().min(-90).max(90)),
  lng: z.coerce.number().pipe(z.number().min(-180).max(180)),
  regionId: Id,
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const NearestCouriers = z.object({
  couriers: z.array(z.object({ courierId: Id, metres: z.int() })),
});

/** Why the house does not think of a courier right now. Empty: it does. */
export const PlaceObstacle = z.enum([
  "not_approved",
  "offline",
  "on_break",
  "no_position",
  "position_old",
  "full",
  "cash_limit",
  "offer_open",
]);
export type PlaceObstacle = z.infer<typeof PlaceObstacle>;

/** Where a courier stands, and what became of the last rounds that thought of them. */
export const CourierPlace = z.object({
  obstacles: z.array(PlaceObstacle),
  /** Free couriers of the city who have waited longer, and how many are free at all. */
  waitedLonger: z.int(),
  free: z.int(),
  freeSince: moment.nullable(),
  waitingOrders: z.int(),
  recent: z.array(
    z.object({
      at: moment,
      /** 1 is the best candidate of the round. */
      rank: z.int(),
      candidates: z.int(),
      offered: z.boolean(),
      reasons: z.record(z.string(), z.number()),
    }),
  ),
});
export type CourierPlace = z.infer<typeof CourierPlace>;

/** What a courier did and earned since midnight of the city. */
export const CourierDay = z.object({
  day: z.iso.date(),
  currency: Currency,
  delivered: z.int(),
  failed: z.int(),
  /** Of trips that are done, the way to the counter included. */
  distanceMetres: z.int(),
  onlineSeconds: z.int(),
  earnedMinor: z.int(),
  tipsMinor: z.int(),
  guaranteeMinor: Price,
  cashInHandMinor: z.int(),
  offers: z.array(z.object({ id: Id, at: moment, mode: OfferMode, status: OfferStatus, payMinor: Price })),
});
export type CourierDay = z.infer<typeof CourierDay>;

/** One day of the city's calendar on which a courier brought something or earned something. */
export const WorkedDay = CourierDay.pick({
  day: true,
  delivered: true,
  failed: true,
  distanceMetres: true,
  earnedMinor: true,
  tipsMinor: true,
});
export type WorkedDay = z.infer<typeof WorkedDay>;

/** One delivery that ended with this courier. */
export const PastDelivery = z.object({
  id: Id,
  orderCode: z.string(),
  branchName: LocalText,
  status: DeliveryStatus,
  closedAt: moment,
  distanceMetres: z.int(),
});
export type PastDelivery = z.infer<typeof PastDelivery>;

/** The last days and the last deliveries, newest first. */
export const CourierHistory = z.object({
  currency: Currency,
  days: z.array(WorkedDay),
  deliveries: z.array(PastDelivery),
});
export type CourierHistory = z.infer<typeof CourierHistory>;

/** What lies between a courier and the business. Below zero: they got more than they had. */
export const CourierPurse = z.object({
  currency: Currency,
  /** Of customers, taken at doors and not handed in. */
  cashInHandMinor: z.int(),
  /** Pay and tips that were not paid out. */
  owedMinor: z.int(),
});
export type CourierPurse = z.infer<typeof CourierPurse>;

/** Money that goes over the counter of a branch. The client makes `settlementId`: the same one again books nothing. */
export const NewSettlement = z.object({ settlementId: Id, branchId: Id, amountMinor: Price.min(1) });
export type NewSettlement = z.infer<typeof NewSettlement>;

export const PressPanic = z.object({ position: Point.nullish() });
