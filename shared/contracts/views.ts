import { z } from "zod";
import { CourierState, CourierStatus } from "#shared/courier/courier-state";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { Role } from "#shared/kernel/role";
import { Vehicle } from "#shared/kernel/vehicle";
import { OrderStatus } from "#shared/order/order-status";
import { MemberStatus } from "#shared/people/member-status";
import { AlertView } from "./alert";
import { EtaRange } from "./eta";
import { OfferView } from "./offer";
import { OrderView } from "./order";
import { TripView } from "./trip";

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

/** Enough of a courier to speak of them, and to find them. */
export const CourierBrief = z.object({
  id: Id,
  accountId: Id,
  firstName: z.string(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  vehicle: Vehicle,
  status: CourierStatus,
  state: CourierState,
  /** The last one that was kept, when it is known. */
  position: Point.extend({ at: moment }).nullable(),
});
export type CourierBrief = z.infer<typeof CourierBrief>;

export const MemberCard = z.object({
  id: Id,
  accountId: Id,
  firstName: z.string(),
  lastName: z.string().nullable(),
  role: Role,
  branchId: Id.nullable(),
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
  /** `eta`: when it is likely at the door, told anew with every event; null where the promise is all there is. */
  z.object({ kind: z.literal("order"), order: OrderView, eta: EtaRange.nullable() }),
  z.object({ kind: z.literal("order_brief"), order: OrderBrief }),
  z.object({ kind: z.literal("offer"), offer: OfferView }),
  z.object({ kind: z.literal("trip"), trip: TripView }),
  z.object({ kind: z.literal("courier"), courier: CourierBrief }),
  z.object({
    kind: z.literal("alert"),
    alert: AlertView,
    order: OrderBrief.nullable(),
    courier: CourierBrief.nullable(),
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
