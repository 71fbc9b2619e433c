import { z } from "zod";
import { CourierState, CourierStatus } from "#shared/courier/courier-state";
import { DeliveryStatus } from "#shared/delivery/delivery-status";
import { OfferMode, OfferStatus } from "#shared/delivery/offer";
import { StopKind, StopStatus, TripStatus } from "#shared/delivery/trip";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { Role } from "#shared/kernel/role";
import { Vehicle } from "#shared/kernel/vehicle";
import { OrderStatus } from "#shared/order/order-status";
import { MemberStatus } from "#shared/people/member-status";
import { AlertView } from "./alert";
import { OrderView } from "./order";

/**
 * What a bot writes its messages from: the subject of a notification as it is at the moment of writing, and no more of
 * it than the recipient may see.
 */
const moment = z.iso.datetime();

/** Enough of an order to speak of it. */
export const OrderBrief = z.object({
  id: Id,
  code: z.string(),
  status: OrderStatus,
  branchName: LocalText,
  currency: Currency,
  totalMinor: Price,
  placedAt: moment,
  promisedAt: moment,
});
export type OrderBrief = z.infer<typeof OrderBrief>;

/** A stop of an offer: where it begins exactly, where it ends only roughly (to about 100 m) until it is accepted. */
export const OfferStop = z.object({
  kind: StopKind,
  point: Point,
  /** Of the branch; null at a customer's door. */
  branchName: LocalText.nullable(),
  addressText: z.string().nullable(),
  orderCode: z.string(),
});

export const OfferCard = z.object({
  id: Id,
  tripId: Id,
  mode: OfferMode,
  status: OfferStatus,
  currency: Currency,
  payMinor: Price,
  expiresAt: moment,
  /** From where the courier was to the first stop. */
  pickupMetres: z.int(),
  /** Of the whole trip. */
  distanceMetres: z.int(),
  orders: z.int(),
  cashToCollectMinor: Price,
  /** Why this courier: parts of the score by name, higher is better. */
  reasons: z.record(z.string(), z.number()),
  stops: z.array(OfferStop),
});
export type OfferCard = z.infer<typeof OfferCard>;

export const TripCardStop = z.object({
  id: Id,
  kind: StopKind,
  status: StopStatus,
  point: Point,
  deliveryId: Id,
  deliveryStatus: DeliveryStatus,
  orderId: Id,
  orderCode: z.string(),
  orderStatus: OrderStatus,
  branchName: LocalText,
  /** Of the branch at a pickup, of the customer at a drop-off. */
  addressText: z.string().nullable(),
  landmark: z.string().nullable(),
  voiceMediaId: Id.nullable(),
  note: z.string().nullable(),
  /** Whom to ask for at the door; null at a pickup. Numbers are never shown: messages go through the bot. */
  customerName: z.string().nullable(),
  cashToCollectMinor: Price,
  /** "I pay with this note": change to bring; null when none was named. */
  cashGivenMinor: Price.nullable(),
  readyAt: moment,
  promisedAt: moment,
  items: z.array(z.object({ name: LocalText, quantity: z.int() })),
});
export type TripCardStop = z.infer<typeof TripCardStop>;

export const TripCard = z.object({
  id: Id,
  status: TripStatus,
  version: z.int(),
  currency: Currency,
  payMinor: Price,
  distanceMetres: z.int(),
  /** In the order in which they are driven. */
  stops: z.array(TripCardStop),
  /** The one that the card shows; null when the trip is over. */
  nextStopId: Id.nullable(),
});
export type TripCard = z.infer<typeof TripCard>;

export const CourierCard = z.object({
  id: Id,
  accountId: Id,
  firstName: z.string(),
  lastName: z.string().nullable(),
  vehicle: Vehicle,
  status: CourierStatus,
  state: CourierState,
  lastPosition: Point.nullable(),
  lastPositionAt: moment.nullable(),
});
export type CourierCard = z.infer<typeof CourierCard>;

export const MemberCard = z.object({
  id: Id,
  accountId: Id,
  firstName: z.string(),
  lastName: z.string().nullable(),
  role: Role,
  branchName: LocalText.nullable(),
  status: MemberStatus,
});
export type MemberCard = z.infer<typeof MemberCard>;

export const DaySummary = z.object({
  branchId: Id,
  branchName: LocalText,
  /** Of the branch's own calendar. */
  day: z.iso.date(),
  currency: Currency,
  placed: z.int(),
  delivered: z.int(),
  /** Rejected, cancelled, failed or returned. */
  lost: z.int(),
  late: z.int(),
  salesMinor: Price,
  medianMinutes: z.number().nullable(),
});
export type DaySummary = z.infer<typeof DaySummary>;

/** A relayed message; who wrote it is known by role and first name only. */
export const ChatCard = z.object({
  id: Id,
  orderId: Id.nullable(),
  orderCode: z.string().nullable(),
  from: Role,
  firstName: z.string(),
  text: z.string().nullable(),
  mediaId: Id.nullable(),
  at: moment,
});
export type ChatCard = z.infer<typeof ChatCard>;

/** `gone`: the recipient may not see it any more. There is nothing to say: report it sent without a message. */
export const View = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("order"), order: OrderView }),
  z.object({ kind: z.literal("order_brief"), order: OrderBrief }),
  z.object({ kind: z.literal("offer"), offer: OfferCard }),
  z.object({ kind: z.literal("trip"), trip: TripCard }),
  z.object({ kind: z.literal("courier"), courier: CourierCard }),
  z.object({
    kind: z.literal("alert"),
    alert: AlertView,
    order: OrderBrief.nullable(),
    courier: CourierCard.nullable(),
    /** Other alerts that ring for this person now: together they are one message. */
    alsoRinging: z.array(AlertView),
  }),
  z.object({ kind: z.literal("member"), member: MemberCard }),
  z.object({ kind: z.literal("day"), summary: DaySummary }),
  z.object({ kind: z.literal("chat"), message: ChatCard }),
  z.object({ kind: z.literal("gone") }),
]);
export type View = z.infer<typeof View>;
export type ViewKind = View["kind"];
