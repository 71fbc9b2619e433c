import { z } from "zod";
import { DeliveryAction, DeliveryStatus } from "#shared/delivery/delivery-status";
import { LadderStep } from "#shared/delivery/ladder";
import { ReleaseReason } from "#shared/delivery/offer";
import { Pin } from "#shared/delivery/proof";
import { StopKind } from "#shared/delivery/trip";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { Currency, Price } from "#shared/kernel/money";
import { Vehicle } from "#shared/kernel/vehicle";
import { FailReason } from "#shared/order/order-reasons";

const moment = z.iso.datetime();

export const DeliveryRef = z.object({ id: Id });

/** A delivery as its courier and the dispatchers see it. The PIN is the customer's and never in here. */
export const DeliveryView = z.object({
  id: Id,
  orderId: Id,
  orderCode: z.string(),
  branchId: Id,
  status: DeliveryStatus,
  statusAt: moment,
  version: z.int(),
  tripId: Id.nullable(),
  courier: z.object({ id: Id, firstName: z.string(), phone: z.string().nullable(), vehicle: Vehicle }).nullable(),
  pickup: Point,
  dropoff: Point,
  distanceMetres: z.int(),
  readyAt: moment,
  promisedAt: moment,
  currency: Currency,
  cashToCollectMinor: Price,
  pinLocked: z.boolean(),
  reason: z.string().nullable(),
  /** How far the search for a courier has come, and since when. */
  ladder: z.object({ step: LadderStep, tries: z.int(), since: moment }),
  pinnedCourierId: Id.nullable(),
  keepApart: z.boolean(),
  /** What the asker may do with it now. */
  actions: z.array(DeliveryAction),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** Which of the two doors he stands at. Said out loud, so that a repeat that arrives late cannot mean the other one. */
export const Arrival = z.object({ at: StopKind });
export type Arrival = z.infer<typeof Arrival>;

/** What shows that the customer got it. `staff`: a dispatcher's word, for a courier whose phone is dead. */
export const Proof = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pin"), pin: Pin }),
  z.object({ kind: z.literal("photo"), mediaId: Id }),
  z.object({ kind: z.literal("staff") }),
]);
export type Proof = z.infer<typeof Proof>;

export const HandOver = z.object({ proof: Proof });
export const FailDelivery = z.object({ reason: FailReason });
/** `gone_silent` and `went_offline` are the house's own words. */
export const ReleaseDelivery = z.object({ reason: ReleaseReason.exclude(["gone_silent", "went_offline"]) });
/** From whom it is taken: a tap that comes too late takes it from nobody else. */
export const ReassignDelivery = z.object({ fromCourierId: Id });
/** `insteadOf`: who had it when the dispatcher decided, null for nobody; left out, whoever has it now loses it. */
export const AssignDelivery = z.object({ courierId: Id, insteadOf: Id.nullable().optional() });
export type AssignDelivery = z.infer<typeof AssignDelivery>;
/** Null takes the pin out. */
export const PinCourier = z.object({ courierId: Id.nullable() });
export const ForbidCourier = z.object({ courierId: Id, forbidden: z.boolean().default(true) });
export const KeepApart = z.object({ keepApart: z.boolean() });

/** Somebody who could be sent, best first. `obstacle`: why the house would not send them by itself; null: it would. */
export const Candidate = z.object({
  courierId: Id,
  firstName: z.string(),
  vehicle: Vehicle,
  /** Points of 100; null for those with an obstacle. */
  points: z.number().nullable(),
  pickupMetres: z.int().nullable(),
  activeOrders: z.int(),
  positionAgeSeconds: z.int().nullable(),
  obstacle: z.string().nullable(),
  /** The parts of the points, in figures. */
  reasons: z.record(z.string(), z.number()),
});
export type Candidate = z.infer<typeof Candidate>;

export const WaitingDelivery = DeliveryView.extend({
  waitingSince: moment,
  /** Who has a live offer for it now. */
  offeredTo: z.array(Id),
  candidates: z.array(Candidate),
});
export type WaitingDelivery = z.infer<typeof WaitingDelivery>;
export const WaitingDeliveries = z.object({ deliveries: z.array(WaitingDelivery) });
export const WaitingQuery = z.object({ branchId: Id.optional(), deliveryId: Id.optional() });
