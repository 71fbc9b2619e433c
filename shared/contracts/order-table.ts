import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { PaymentMethod } from "#shared/money/payment";
import { Fulfilment } from "#shared/order/fulfilment";
import { OrderStatus } from "#shared/order/order-status";

const moment = z.iso.datetime();

export const OrderSort = z.enum(["placed", "total"]);
export type OrderSort = z.infer<typeof OrderSort>;
export const SortDirection = z.enum(["asc", "desc"]);

/**
 * What narrows the list; it lives in the page's URL as it is. `q`: five letters are an order's code, digits the end of a
 * phone number, other letters the beginnings of words of the customer's name. Days are of the branch's calendar.
 */
export const OrderFilter = z.object({
  q: z.string().trim().max(60).optional(),
  branchId: Id.optional(),
  courierId: Id.optional(),
  status: OrderStatus.optional(),
  payment: PaymentMethod.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type OrderFilter = z.infer<typeof OrderFilter>;

export const OrderTableQuery = OrderFilter.extend({
  sort: OrderSort.default("placed"),
  direction: SortDirection.default("desc"),
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type OrderTableQuery = z.infer<typeof OrderTableQuery>;

export const OrderTableRow = z.object({
  id: Id,
  code: z.string(),
  placedAt: moment,
  status: OrderStatus,
  fulfilment: Fulfilment,
  paymentMethod: PaymentMethod,
  currency: Currency,
  subtotalMinor: Price,
  feeMinor: Price,
  totalMinor: Price,
  promisedAt: moment,
  closedAt: moment.nullable(),
  branchId: Id,
  branchName: LocalText,
  /** IANA; times of this order are read there. */
  timezone: z.string(),
  customerName: z.string().nullable(),
  customerPhone: z.string().nullable(),
  courierName: z.string().nullable(),
});
export type OrderTableRow = z.infer<typeof OrderTableRow>;

/** Counting stops here: nobody pages through more, and the answer shall not wait for it. */
export const COUNT_MAX = 1_000;

/** `count`: orders that fit, up to `COUNT_MAX`; with the first page only. */
export const OrderTablePage = z.object({
  orders: z.array(OrderTableRow),
  next: z.string().nullable(),
  count: z.int().nullable(),
});
export type OrderTablePage = z.infer<typeof OrderTablePage>;
