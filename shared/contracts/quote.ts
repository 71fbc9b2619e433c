import { z } from "zod";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { PaymentMethod } from "#shared/money/payment";
import { Fulfilment } from "#shared/order/fulfilment";

/** How many lines an order may have, and how many of one thing a line. */
export const LINES_MAX = 50;
export const QUANTITY_MAX = 50;

/** Something that somebody wants: an item, how they want it, and how many. */
export const WantedLine = z.object({
  itemId: Id,
  modifierIds: z
    .array(Id)
    .max(30)
    .refine((ids) => new Set(ids).size === ids.length, "the same choice twice")
    .default([]),
  quantity: z.int().min(1).max(QUANTITY_MAX),
});
export type WantedLine = z.infer<typeof WantedLine>;

/** What would it cost? `dropoff` is where it is brought to; nothing when the customer collects it. */
export const QuoteRequest = z.object({
  branchId: Id,
  fulfilment: Fulfilment.default("delivery"),
  dropoff: Point.nullish(),
  lines: z.array(WantedLine).min(1).max(LINES_MAX),
  /** When it shall be there; as soon as possible when left out. */
  scheduledFor: z.iso.datetime({ offset: true }).nullish(),
  paymentMethod: PaymentMethod.default("cash"),
  /** "I pay with this note": the courier brings change. */
  cashGivenMinor: Price.nullish(),
});
export type QuoteRequest = z.infer<typeof QuoteRequest>;

/** A choice as it is sold. */
export const QuotedModifier = z.object({ id: Id, name: LocalText, priceDeltaMinor: z.int() });

/** A line as it is sold; `unitMinor` is with its modifiers. */
export const QuotedLine = z.object({
  itemId: Id,
  name: LocalText,
  modifiers: z.array(QuotedModifier),
  unitMinor: Price,
  quantity: z.int(),
  totalMinor: Price,
});
export type QuotedLine = z.infer<typeof QuotedLine>;

/** What it costs, where it comes from and when it will be there. Amounts in minor units of `currency`. */
export const QuoteView = z.object({
  branchId: Id,
  fulfilment: Fulfilment,
  currency: Currency,
  zoneId: Id.nullable(),
  distanceMetres: z.int().nullable(),
  lines: z.array(QuotedLine),
  subtotalMinor: Price,
  feeMinor: Price,
  totalMinor: Price,
  /** What the courier brings back of the note; null unless a note was named. */
  changeMinor: Price.nullable(),
  promisedAt: z.iso.datetime(),
  /** It may be there from then on; null when too little has been brought so far to say so. */
  arrivesFrom: z.iso.datetime().nullable(),
  scheduledFor: z.iso.datetime().nullable(),
  /** Handed back when the order is placed: the same as long as nothing that makes the price has changed. */
  fingerprint: z.string(),
});
export type QuoteView = z.infer<typeof QuoteView>;

/** When an order could come, earliest first. */
export const OrderTimes = z.object({ times: z.array(z.iso.datetime()) });
export type OrderTimes = z.infer<typeof OrderTimes>;
