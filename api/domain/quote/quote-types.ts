import type { Schedule } from "#api/domain/hours/opening-hours";
import type { FeeRule } from "#shared/contracts/zone";
import type { Point, Polygon } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import type { LocalText } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import type { Metres, Milliseconds, Minor } from "#shared/kernel/units";
import type { Fulfilment } from "#shared/order/fulfilment";

/** What a branch is to a quote. */
export type QuoteBranch = {
  id: Id;
  regionId: Id;
  point: Point;
  currency: Currency;
  schedule: Schedule;
  /** Paused by hand until then. */
  pausedUntil: Date | null;
  preparationMinutes: number;
  /** Added to every promise until `extraPromiseUntil`, when the kitchen is drowning. */
  extraPromiseMinutes: number;
  extraPromiseUntil: Date | null;
  takesCash: boolean;
  takesInvoice: boolean;
  offersPickup: boolean;
  zones: readonly QuoteZone[];
};

export type QuoteZone = {
  id: Id;
  polygon: Polygon;
  feeRule: FeeRule;
  minimumMinor: Minor;
  /** What the customer is promised at least, even where the kitchen would be faster. */
  promisedMinutes: number;
  pausedUntil: Date | null;
};

/** An item as this branch sells it now. `stock` is null where nobody counts. */
export type QuoteItem = {
  id: Id;
  name: LocalText;
  priceMinor: Minor;
  available: boolean;
  stock: number | null;
  groups: readonly QuoteModifierGroup[];
};

export type QuoteModifierGroup = {
  id: Id;
  minChoices: number;
  maxChoices: number;
  modifiers: readonly QuoteModifier[];
};

export type QuoteModifier = { id: Id; name: LocalText; priceDeltaMinor: Minor; available: boolean };

/** What somebody wants to have. Shapes and ranges were checked by the contract of the request. */
export type QuoteRequest = {
  lines: readonly LineRequest[];
  destination: { fulfilment: "delivery"; point: Point } | { fulfilment: "pickup" };
  /** When it should arrive, or be collected; null: as soon as possible. */
  scheduledFor: Date | null;
  payment: { method: "invoice" } | { method: "cash"; givenMinor: Minor | null };
};

export type LineRequest = { itemId: Id; quantity: number; modifierIds: readonly Id[] };

/** A line as it will be sold: names and prices are copied, so that a later menu does not change it. */
export type QuotedLine = {
  itemId: Id;
  name: LocalText;
  modifiers: { id: Id; name: LocalText; priceDeltaMinor: Minor }[];
  /** Of one piece, with its modifiers. */
  unitMinor: Minor;
  quantity: number;
  totalMinor: Minor;
};

/** Pieces of a counted item that placing takes from its stock. */
export type Portion = { itemId: Id; quantity: number };

export type Quote = {
  branchId: Id;
  currency: Currency;
  fulfilment: Fulfilment;
  lines: QuotedLine[];
  subtotalMinor: Minor;
  feeMinor: Minor;
  totalMinor: Minor;
  /** What the courier brings back of the note; null unless a note was named. */
  changeMinor: Minor | null;
  /** By item id, so that opposite carts never deadlock. Counted items only. */
  portions: Portion[];
  zoneId: Id | null;
  /** On the street, branch to door. */
  distanceMetres: Metres | null;
  times: QuoteTimes;
  /** The same as long as nothing that makes the price has changed. */
  fingerprint: string;
};

export type QuoteTimes = {
  scheduledFor: Date | null;
  /** When a scheduled order is first shown to the kitchen; null: at once. */
  releaseAt: Date | null;
  cookAt: Date;
  readyAt: Date;
  promisedAt: Date;
  /** The earliest that it is likely there; `promisedAt` is the latest. Null without history to say so. */
  arrivesFrom: Date | null;
};

/** When it would be at the door, as history has it: from one of five to four of five; epoch milliseconds. */
export type ArrivalRange = { fromMs: Milliseconds; toMs: Milliseconds };
