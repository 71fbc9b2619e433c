import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { StockReason } from "#shared/catalogue/stock";
import type { FeeRule } from "#shared/contracts/zone";
import type { Polygon } from "#shared/kernel/geo";
import type { LocalText } from "#shared/kernel/language";
import { Doer } from "#shared/kernel/role";
import { at, id, money, organisationId, within } from "./columns";
import { branches, brands } from "./tenancy";

export const doer = pgEnum("doer", Doer.enum);
export const stockReason = pgEnum("stock_reason", StockReason.enum);

/** The menu belongs to the brand; what a branch has today is `branch_items`. Nothing is deleted, only archived. */
export const categories = pgTable(
  "categories",
  {
    organisationId: organisationId(),
    id: id(),
    brandId: uuid("brand_id").notNull(),
    name: jsonb("name").$type<LocalText>().notNull(),
    position: integer("position").notNull(),
    archivedAt: at("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.brandId, brands),
    index("categories_by_brand").on(t.organisationId, t.brandId),
  ],
);

export const items = pgTable(
  "items",
  {
    organisationId: organisationId(),
    id: id(),
    brandId: uuid("brand_id").notNull(),
    categoryId: uuid("category_id").notNull(),
    name: jsonb("name").$type<LocalText>().notNull(),
    description: jsonb("description").$type<LocalText>(),
    photoMediaId: uuid("photo_media_id"),
    priceMinor: money("price_minor").notNull(),
    position: integer("position").notNull(),
    archivedAt: at("archived_at"),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.brandId, brands),
    within(t.organisationId, t.categoryId, categories),
    check("items_price_not_negative", sql`price_minor >= 0`),
    index("items_by_brand").on(t.organisationId, t.brandId),
  ],
);

export const modifierGroups = pgTable(
  "modifier_groups",
  {
    organisationId: organisationId(),
    id: id(),
    itemId: uuid("item_id").notNull(),
    name: jsonb("name").$type<LocalText>().notNull(),
    minChoices: integer("min_choices").notNull(),
    maxChoices: integer("max_choices").notNull(),
    position: integer("position").notNull(),
    archivedAt: at("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.itemId, items),
    check("modifier_groups_choices_sane", sql`min_choices >= 0 and max_choices >= greatest(min_choices, 1)`),
    index("modifier_groups_by_item").on(t.organisationId, t.itemId),
  ],
);

export const modifiers = pgTable(
  "modifiers",
  {
    organisationId: organisationId(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    name: jsonb("name").$type<LocalText>().notNull(),
    /** Added to the item's price; may be negative (without cheese), the quote refuses a line below zero. */
    priceDeltaMinor: money("price_delta_minor").notNull(),
    available: boolean("available").notNull(),
    position: integer("position").notNull(),
    archivedAt: at("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.groupId, modifierGroups),
    index("modifiers_by_group").on(t.organisationId, t.groupId),
  ],
);

/** What a branch has of its brand's menu. No row: sold, as many as anybody wants. */
export const branchItems = pgTable(
  "branch_items",
  {
    organisationId: organisationId(),
    branchId: uuid("branch_id").notNull(),
    itemId: uuid("item_id").notNull(),
    available: boolean("available").notNull(),
    stock: integer("stock"), // null: not counted
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.branchId, t.itemId] }),
    within(t.organisationId, t.branchId, branches),
    within(t.organisationId, t.itemId, items),
    // The last line of defence: two orders for the last portion can never both be taken.
    check("branch_items_stock_not_negative", sql`stock >= 0`),
  ],
);

/** Append-only: why the stock is what it is. The sum of `delta` of an item is its stock. */
export const stockLog = pgTable(
  "stock_log",
  {
    organisationId: organisationId(),
    id: id(),
    branchId: uuid("branch_id").notNull(),
    itemId: uuid("item_id").notNull(),
    delta: integer("delta").notNull(),
    reason: stockReason("reason").notNull(),
    causeId: uuid("cause_id").notNull(), // the order, or the audit entry
    doneBy: doer("done_by").notNull(),
    accountId: uuid("account_id"),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.branchId, branches),
    within(t.organisationId, t.itemId, items),
    // Taking or giving back twice for one cause is impossible, however often a verb is retried.
    uniqueIndex("stock_log_once").on(t.organisationId, t.itemId, t.causeId, t.reason),
    index("stock_log_by_item").on(t.organisationId, t.branchId, t.itemId, t.at),
  ],
);

export const zones = pgTable(
  "zones",
  {
    organisationId: organisationId(),
    id: id(),
    branchId: uuid("branch_id").notNull(),
    name: text("name").notNull(),
    polygon: jsonb("polygon").$type<Polygon>().notNull(), // GeoJSON, [lng, lat]
    feeRule: jsonb("fee_rule").$type<FeeRule>().notNull(),
    minimumMinor: money("minimum_minor").notNull(),
    promisedMinutes: integer("promised_minutes").notNull(),
    pausedUntil: at("paused_until"),
    /** Counts the edits, so that nobody overwrites what they have not seen. */
    version: integer("version").notNull().default(0),
    archivedAt: at("archived_at"),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.branchId, branches),
    check("zones_minimum_not_negative", sql`minimum_minor >= 0`),
    check("zones_promise_sane", sql`promised_minutes between 1 and 1440`),
    index("zones_by_branch").on(t.organisationId, t.branchId).where(sql`${t.archivedAt} is null`),
  ],
);
