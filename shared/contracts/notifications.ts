import { z } from "zod";
import { AlertKind, AlertLevel } from "#shared/alert/alert";
import { DeliveryStatus } from "#shared/delivery/delivery-status";
import { OfferStatus } from "#shared/delivery/offer";
import { Id } from "#shared/kernel/ids";
import { Currency, Price } from "#shared/kernel/money";
import { type BotKind, Role } from "#shared/kernel/role";
import type { Milliseconds } from "#shared/kernel/units";
import { OrderStatus } from "#shared/order/order-status";

const moment = z.iso.datetime();

/** What a customer must hear with a sound; everything else is an edit of their card. */
export const OrderNews = z.enum([
  "confirmed",
  "rejected",
  "called_off",
  "on_the_way",
  "at_the_door",
  "later",
  "failed",
]);
export type OrderNews = z.infer<typeof OrderNews>;

/** `slow`: the position is old. `removed`: so old that dispatch no longer counts on the courier. `back`: it is fresh again. */
export const NagStep = z.enum(["slow", "removed", "back"]);
export type NagStep = z.infer<typeof NagStep>;

/**
 * Everything that a bot may have to tell somebody. Bodies carry ids and small facts, never a name, a phone or a text of
 * a person: the bot asks for those when it writes, and erasing a person needs no search in here. Add a variant first;
 * the compiler lists the places that must answer.
 */
export const Notification = z.discriminatedUnion("kind", [
  // To the customer
  z.object({ kind: z.literal("order.card"), orderId: Id, status: OrderStatus }),
  z.object({ kind: z.literal("order.news"), orderId: Id, news: OrderNews }),
  z.object({ kind: z.literal("order.invoice"), orderId: Id, expiresAt: moment }),
  z.object({ kind: z.literal("order.refunded"), orderId: Id, amountMinor: Price }),
  z.object({ kind: z.literal("rating.ask"), orderId: Id }),
  z.object({ kind: z.literal("chat.to_customer"), messageId: Id, orderId: Id.nullable() }),
  // To the courier
  z.object({ kind: z.literal("offer.made"), offerId: Id, expiresAt: moment }),
  z.object({ kind: z.literal("offer.closed"), offerId: Id, status: OfferStatus }),
  z.object({ kind: z.literal("trip.card"), tripId: Id }),
  z.object({ kind: z.literal("trip.ring"), tripId: Id, ring: z.int().min(1) }),
  z.object({ kind: z.literal("trip.changed"), tripId: Id, deliveryId: Id, status: DeliveryStatus }),
  z.object({ kind: z.literal("courier.nag"), courierId: Id, step: NagStep }),
  z.object({ kind: z.literal("courier.tipped"), orderId: Id, amountMinor: Price }),
  z.object({ kind: z.literal("courier.admitted"), courierId: Id, admitted: z.boolean() }),
  z.object({
    kind: z.literal("courier.settled"),
    settlementId: Id,
    courierId: Id,
    /** Cash that came in; else pay that went out. */
    handedIn: z.boolean(),
    amountMinor: Price,
    /** Still in hand, or still owed. */
    leftMinor: z.int(),
    currency: Currency,
  }),
  z.object({ kind: z.literal("chat.to_courier"), messageId: Id, orderId: Id.nullable() }),
  // To the staff
  z.object({ kind: z.literal("order.board_card"), orderId: Id, status: OrderStatus }),
  z.object({ kind: z.literal("alert.ring"), alertId: Id, alert: AlertKind, level: AlertLevel, ring: z.int().min(1) }),
  z.object({ kind: z.literal("alert.closed"), alertId: Id, alert: AlertKind, acknowledged: z.boolean() }),
  z.object({ kind: z.literal("courier.applied"), courierId: Id }),
  z.object({ kind: z.literal("member.changed"), membershipId: Id, role: Role }),
  z.object({ kind: z.literal("day.summary"), branchId: Id, day: z.iso.date() }),
  z.object({ kind: z.literal("chat.to_staff"), messageId: Id, orderId: Id.nullable() }),
]);
export type Notification = z.infer<typeof Notification>;
export type NotificationKind = Notification["kind"];

/** 0 wakes somebody up, 1 runs against a clock of seconds, 2 keeps a card true, 3 can wait its turn. */
export type Urgency = 0 | 1 | 2 | 3;

/**
 * How it stands in the chat. `message`: a new one each time. `card`: one message per recipient and subject, edited in
 * place, so that only the newest version needs to be sent. `ring`: a new message, for its sound, and the one before it
 * is deleted. `closing`: edits the last message of another kind about the same subject.
 */
export type Manner = "message" | "card" | "ring" | "closing";

type KindRule<Kind extends NotificationKind> = {
  readonly bot: BotKind;
  readonly urgency: Urgency;
  readonly manner: Manner;
  readonly loud: boolean;
  /** The field that names what it is about: with it versions are counted and cards are found again. */
  readonly subject: Exclude<keyof Extract<Notification, { kind: Kind }>, "kind"> & `${string}Id`;
  /** It tells of something to be done: nobody needs it who has seen nothing of it before it is over. */
  readonly toBeDone?: true;
  /** The kind whose message it closes; its own when left out. */
  readonly thread?: NotificationKind;
};

/** One row per kind: to which bot, how urgent, in which manner, with or without a sound. */
export const NOTIFICATION_KINDS: { readonly [Kind in NotificationKind]: KindRule<Kind> } = {
  "order.card": { bot: "customer", urgency: 2, manner: "card", loud: false, subject: "orderId" },
  "order.news": { bot: "customer", urgency: 2, manner: "message", loud: true, subject: "orderId" },
  "order.invoice": { bot: "customer", urgency: 1, manner: "message", loud: true, subject: "orderId" },
  "order.refunded": { bot: "customer", urgency: 3, manner: "message", loud: true, subject: "orderId" },
  "rating.ask": { bot: "customer", urgency: 3, manner: "message", loud: false, subject: "orderId" },
  "chat.to_customer": { bot: "customer", urgency: 2, manner: "message", loud: true, subject: "messageId" },
  "offer.made": { bot: "courier", urgency: 1, manner: "message", loud: true, subject: "offerId" },
  "offer.closed": {
    bot: "courier",
    urgency: 1,
    manner: "closing",
    loud: false,
    subject: "offerId",
    thread: "offer.made",
  },
  "trip.card": { bot: "courier", urgency: 1, manner: "card", loud: false, subject: "tripId" },
  "trip.ring": { bot: "courier", urgency: 1, manner: "ring", loud: true, subject: "tripId" },
  "trip.changed": { bot: "courier", urgency: 1, manner: "message", loud: true, subject: "tripId" },
  "courier.nag": { bot: "courier", urgency: 1, manner: "message", loud: true, subject: "courierId" },
  "courier.tipped": { bot: "courier", urgency: 3, manner: "message", loud: false, subject: "orderId" },
  "courier.admitted": { bot: "courier", urgency: 3, manner: "message", loud: true, subject: "courierId" },
  "courier.settled": { bot: "courier", urgency: 3, manner: "message", loud: false, subject: "settlementId" },
  "chat.to_courier": { bot: "courier", urgency: 2, manner: "message", loud: true, subject: "messageId" },
  "order.board_card": {
    bot: "staff",
    urgency: 2,
    manner: "card",
    loud: false,
    subject: "orderId",
    toBeDone: true,
  },
  "alert.ring": { bot: "staff", urgency: 0, manner: "ring", loud: true, subject: "alertId" },
  "alert.closed": {
    bot: "staff",
    urgency: 0,
    manner: "closing",
    loud: false,
    subject: "alertId",
    thread: "alert.ring",
  },
  "courier.applied": { bot: "staff", urgency: 3, manner: "message", loud: true, subject: "courierId" },
  "member.changed": { bot: "staff", urgency: 3, manner: "message", loud: true, subject: "membershipId" },
  "day.summary": { bot: "staff", urgency: 3, manner: "message", loud: false, subject: "branchId" },
  "chat.to_staff": { bot: "staff", urgency: 2, manner: "message", loud: true, subject: "messageId" },
};

/**
 * Once it is over, nobody needs it who has seen nothing of it: a kitchen's card, and the end of an offer. Who took an offer
 * in the app before the chat showed it is told there, too.
 */
export const isOnlyForWhoSaw = (body: Notification): boolean =>
  NOTIFICATION_KINDS[body.kind].toBeDone === true || (body.kind === "offer.closed" && body.status !== "accepted");

/** Of an offer's life; who sees it later than that has no time to think. */
const STILL_WORTH_SEEING = 2 / 3;

/**
 * An offer that is nearly over. Where more are made than a bot can write, each would be shown in its last second; so those
 * that wait behind it are shown in time.
 */
export const isTooLate = (body: Notification, dueMs: Milliseconds, nowMs: Milliseconds): boolean =>
  body.kind === "offer.made" && nowMs > dueMs + (Date.parse(body.expiresAt) - dueMs) * STILL_WORTH_SEEING;

/** What a notification is about, as the ledger counts its versions. */
export const subjectOf = (body: Notification): Id => {
  const fields: Record<string, unknown> = body;
  return Id.parse(fields[NOTIFICATION_KINDS[body.kind].subject]);
};

/** The kind under which its message in the chat is remembered. */
export const threadOf = (kind: NotificationKind): NotificationKind => NOTIFICATION_KINDS[kind].thread ?? kind;
