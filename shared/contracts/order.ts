import { z } from "zod";
import { DeliveryStatus } from "#shared/delivery/delivery-status";
import { Pin } from "#shared/delivery/proof";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { Doer } from "#shared/kernel/role";
import { Phone, plainText } from "#shared/kernel/text";
import { Vehicle } from "#shared/kernel/vehicle";
import { PaymentMethod, PaymentState } from "#shared/money/payment";
import { Fulfilment } from "#shared/order/fulfilment";
import { OrderAction, OrderStatus } from "#shared/order/order-status";
import { QuotedLine, QuoteRequest } from "./quote";

const moment = z.iso.datetime();

/** The door: a point, and the words that lead a courier from there to the bell. */
export const Dropoff = Point.extend({
  text: plainText(300),
  landmark: plainText(300).nullish(),
  voiceMediaId: Id.nullish(),
  /** The saved address that it was copied from, so that the one used most comes first next time. */
  addressId: Id.nullish(),
});
export type Dropoff = z.infer<typeof Dropoff>;

/** An order to be placed. `fingerprint` is of the quote that the customer saw: another price is refused with the new quote. */
export const NewOrder = QuoteRequest.extend({
  dropoff: Dropoff.nullish(),
  fingerprint: z.string().max(200),
  /** Left out: as in the customer's profile. */
  name: plainText(80).nullish(),
  phone: Phone.nullish(),
  note: plainText(500).nullish(),
});
export type NewOrder = z.infer<typeof NewOrder>;

/** Repeating a request with the same key gives the same answer. */
export const IdempotencyHeader = z.looseObject({ "x-idempotency-key": z.string().optional() });
export const IdempotencyKey = z.string().regex(/^[\w:.-]{8,100}$/);

export const OrderRef = z.object({ id: Id });
export type OrderRef = z.infer<typeof OrderRef>;
export const OrderActionRef = OrderRef.extend({ action: OrderAction });
export type OrderActionRef = z.infer<typeof OrderActionRef>;

/** `reason` is one of `ORDER_REASONS` where the action needs one; `readyInMinutes` may go with `confirm`. */
export const OrderActionBody = z.object({
  reason: z.string().max(40).nullish(),
  readyInMinutes: z.int().min(0).max(600).nullish(),
});
export type OrderActionBody = z.infer<typeof OrderActionBody>;

/** What a list shows of an order, and the answer to placing one. */
export const OrderSummary = z.object({
  id: Id,
  code: z.string(),
  branchId: Id,
  status: OrderStatus,
  version: z.int(),
  fulfilment: Fulfilment,
  paymentMethod: PaymentMethod,
  currency: Currency,
  totalMinor: Price,
  placedAt: moment,
  promisedAt: moment,
  scheduledFor: moment.nullable(),
  /** When the kitchen first hears of a scheduled order; null once it has. */
  releaseAt: moment.nullable(),
  invoiceExpiresAt: moment.nullable(),
  closedAt: moment.nullable(),
});
export type OrderSummary = z.infer<typeof OrderSummary>;

export const TimelineEntry = z.object({
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  doneBy: Doer,
  at: moment,
  reason: z.string().nullable(),
  /** Null: the order itself moved, else its delivery. */
  deliveryId: Id.nullable(),
});

/** Who it is for. All of it is null once the customer's data is erased, or when the asker may not know it any more. */
export const OrderContact = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  point: Point.nullable(),
  addressText: z.string().nullable(),
  landmark: z.string().nullable(),
  voiceMediaId: Id.nullable(),
  note: z.string().nullable(),
});
export type OrderContact = z.infer<typeof OrderContact>;

/** How it is brought. `pin` is shown to the customer of the order alone. */
export const OrderDelivery = z.object({
  id: Id,
  status: DeliveryStatus,
  pin: Pin.nullable(),
  courier: z.object({ id: Id, firstName: z.string(), vehicle: Vehicle, rating: z.number().nullable() }).nullable(),
});

export const OrderView = OrderSummary.extend({
  branch: z.object({ id: Id, name: LocalText, addressText: z.string(), phone: z.string().nullable(), point: Point }),
  statusAt: moment,
  payment: PaymentState,
  /** What a manager could still give back. */
  refundableMinor: z.int(),
  subtotalMinor: Price,
  feeMinor: Price,
  cashGivenMinor: Price.nullable(),
  confirmedAt: moment.nullable(),
  readyAt: moment.nullable(),
  reason: z.string().nullable(),
  contact: OrderContact.nullable(),
  lines: z.array(QuotedLine),
  timeline: z.array(TimelineEntry),
  delivery: OrderDelivery.nullable(),
  /** What the asker may do with it now. */
  actions: z.array(OrderAction),
});
export type OrderView = z.infer<typeof OrderView>;

/** My orders, newest first; `before` is the `placedAt` of the last one seen. */
export const MyOrdersQuery = z.object({
  before: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** Staff look an order up by its code or by the last digits of a phone. */
export const OrderSearch = z.object({
  q: z
    .string()
    .trim()
    .min(3)
    .max(15)
    .regex(/^[\p{L}\d]+$/u),
});
/** The open orders of a branch, or of all branches that one works for, oldest first. */
export const OpenOrdersQuery = z.object({ branchId: Id.optional() });

/** What Telegram told the bot about a payment. */
export const InvoicePaid = z.object({
  /** Unique by payment: the same one reported twice pays once. */
  providerChargeId: z.string().min(1).max(200),
  telegramChargeId: z.string().min(1).max(200),
  amountMinor: Price,
  currency: Currency,
});
export type InvoicePaid = z.infer<typeof InvoicePaid>;

/** `refundId` is made by the client: the same refund sent twice gives back once. */
export const NewRefund = z.object({ refundId: Id, amountMinor: Price.min(1), comment: plainText(300).nullish() });
export type NewRefund = z.infer<typeof NewRefund>;
