import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { LocalText } from "#shared/kernel/language";
import { PaymentMethod } from "#shared/money/payment";
import { Fulfilment } from "#shared/order/fulfilment";
import { OrderStatus } from "#shared/order/order-status";
import { doer, items, zones } from "./catalogue";
import { at, degrees, id, metres, money, organisationId, within } from "./columns";
import { accounts } from "./people";
import { bots, branches, currency } from "./tenancy";

export const orderStatus = pgEnum("order_status", OrderStatus.enum);
export const paymentMethod = pgEnum("payment_method", PaymentMethod.enum);
export const fulfilment = pgEnum("fulfilment", Fulfilment.enum);

/** What the kitchen and the customer see. Names, doors and phones are in `order_contacts`. */
export const orders = pgTable(
  "orders",
  {
    organisationId: organisationId(),
    id: id(),
    /** Five letters that people say aloud; derived from the id, not unique for ever. */
    code: text("code").notNull(),
    branchId: uuid("branch_id").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    botId: uuid("bot_id").notNull(), // the bot that the customer ordered through, and hears from
    status: orderStatus("status").notNull(),
    statusAt: at("status_at").notNull(),
    /** Counts every change: the newest card replaces the older ones. */
    version: integer("version").notNull(),
    fulfilment: fulfilment("fulfilment").notNull(),
    zoneId: uuid("zone_id"),
    paymentMethod: paymentMethod("payment_method").notNull(),
    currency: currency("currency").notNull(),
    subtotalMinor: money("subtotal_minor").notNull(),
    feeMinor: money("fee_minor").notNull(),
    totalMinor: money("total_minor").notNull(),
    /** "I pay with this note": the courier brings change. */
    cashGivenMinor: money("cash_given_minor"),
    distanceMetres: metres("distance_metres"),
    placedAt: at("placed_at").notNull(),
    scheduledFor: at("scheduled_for"), // null: as soon as possible
    /** When the kitchen first hears of a scheduled order. */
    releaseAt: at("release_at"),
    promisedAt: at("promised_at").notNull(),
    confirmedAt: at("confirmed_at"),
    /** When the kitchen says that it will be, or was, ready. */
    readyAt: at("ready_at"),
    /** The kitchen's own word of it; stays when it is ready, to learn what the word is worth. */
    saidReadyAt: at("said_ready_at"),
    /** The deadline of an unpaid invoice. */
    invoiceExpiresAt: at("invoice_expires_at"),
    closedAt: at("closed_at"), // delivered, rejected, cancelled, failed, returned
    reason: text("reason"), // of a rejection, cancellation or failure
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.branchId, branches),
    within(t.organisationId, t.zoneId, zones),
    within(t.organisationId, t.botId, bots),
    check("orders_money_not_negative", sql`subtotal_minor >= 0 and fee_minor >= 0`),
    check("orders_total_adds_up", sql`total_minor = subtotal_minor + fee_minor`),
    // The board and the kitchen read what is still open.
    index("orders_open").on(t.organisationId, t.branchId, t.placedAt).where(sql`${t.closedAt} is null`),
    index("orders_by_account").on(t.organisationId, t.accountId, t.placedAt),
    // The management's list: one index per way to narrow or sort it, each ending in what tells two orders apart.
    index("orders_by_time").on(t.organisationId, t.placedAt, t.id),
    index("orders_by_status").on(t.organisationId, t.status, t.placedAt, t.id),
    index("orders_by_branch").on(t.organisationId, t.branchId, t.placedAt, t.id),
    index("orders_by_total").on(t.organisationId, t.totalMinor, t.id),
    index("orders_by_code").on(t.organisationId, t.code),
    // Deadlines that the sweeper polls.
    index("orders_invoice_due").on(t.invoiceExpiresAt).where(sql`${t.status} = 'awaiting_payment'`),
    index("orders_release_due").on(t.releaseAt).where(sql`${t.releaseAt} is not null and ${t.closedAt} is null`),
  ],
);

/** The personal side of an order: erased on request while the order itself stays in the books. */
export const orderContacts = pgTable(
  "order_contacts",
  {
    organisationId: organisationId(),
    orderId: uuid("order_id").notNull(),
    name: text("name"),
    phone: text("phone"),
    lat: degrees("lat"),
    lng: degrees("lng"),
    addressText: text("address_text"),
    landmark: text("landmark"),
    voiceMediaId: uuid("voice_media_id"),
    note: text("note"),
    erasedAt: at("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.orderId] }),
    within(t.organisationId, t.orderId, orders),
    index("order_contacts_by_phone").on(t.organisationId, sql`reverse(${t.phone}) text_pattern_ops`),
    // Words of a name, found by how they begin.
    index("order_contacts_by_name").using("gin", sql`to_tsvector('simple', ${t.name})`),
  ],
);

/** A choice as it was sold. */
export type SoldModifier = { id: string; name: LocalText; priceDeltaMinor: number };

/** Lines as sold: a later change of the menu does not change history. */
export const orderLines = pgTable(
  "order_lines",
  {
    organisationId: organisationId(),
    id: id(),
    orderId: uuid("order_id").notNull(),
    itemId: uuid("item_id").notNull(),
    position: integer("position").notNull(),
    name: jsonb("name").$type<LocalText>().notNull(),
    modifiers: jsonb("modifiers").$type<SoldModifier[]>().notNull(),
    unitMinor: money("unit_minor").notNull(), // with its modifiers
    quantity: integer("quantity").notNull(),
    totalMinor: money("total_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.orderId, orders),
    within(t.organisationId, t.itemId, items),
    check("order_lines_quantity_sane", sql`quantity between 1 and 50`),
    check("order_lines_add_up", sql`unit_minor >= 0 and total_minor = unit_minor * quantity`),
    index("order_lines_by_order").on(t.organisationId, t.orderId),
  ],
);

/** Append-only: what happened to an order and to its delivery, by whom and why. */
export const timeline = pgTable(
  "timeline",
  {
    organisationId: organisationId(),
    id: id(),
    orderId: uuid("order_id").notNull(),
    deliveryId: uuid("delivery_id"), // null: the order itself moved
    action: text("action").notNull(),
    fromStatus: text("from_status"), // null: it came into being
    toStatus: text("to_status").notNull(),
    doneBy: doer("done_by").notNull(),
    accountId: uuid("account_id"),
    at: at("at").notNull(),
    reason: text("reason"),
    details: jsonb("details").$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.orderId, orders),
    index("timeline_by_order").on(t.organisationId, t.orderId, t.at),
  ],
);
