import { z } from "zod";
import { DeliveryAction, DeliveryStatus } from "#shared/delivery/delivery-status";
import { StopKind, StopStatus, TripStatus } from "#shared/delivery/trip";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";

const moment = z.iso.datetime();

export const TripRef = z.object({ id: Id });

/** What has to be in the bag. */
export const BagLine = z.object({ name: LocalText, quantity: z.int(), modifiers: z.array(LocalText) });
export type BagLine = z.infer<typeof BagLine>;

/** One door of a trip. Name, phone and door of the customer are there while the courier needs them, and null after. */
export const TripStop = z.object({
  id: Id,
  position: z.int(),
  kind: StopKind,
  status: StopStatus,
  point: Point,
  deliveryId: Id,
  deliveryStatus: DeliveryStatus,
  orderId: Id,
  orderCode: z.string(),
  lines: z.array(BagLine),
  branchName: LocalText,
  addressText: z.string().nullable(),
  landmark: z.string().nullable(),
  voiceMediaId: Id.nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  cashToCollectMinor: Price,
  /** "I pay with this note": bring change. */
  cashGivenMinor: Price.nullable(),
  pinLocked: z.boolean(),
  readyAt: moment,
  promisedAt: moment,
  arrivedAt: moment.nullable(),
  doneAt: moment.nullable(),
  /** What the asker may do with its delivery now. */
  actions: z.array(DeliveryAction),
});
export type TripStop = z.infer<typeof TripStop>;

export const TripView = z.object({
  id: Id,
  status: TripStatus,
  version: z.int(),
  courierId: Id.nullable(),
  currency: Currency,
  payMinor: Price,
  distanceMetres: z.int(),
  stops: z.array(TripStop),
});
export type TripView = z.infer<typeof TripView>;

/** The trips under way, in the order in which they were taken; the first one is driven now. */
export const CurrentTrips = z.object({ trips: z.array(TripView) });
