import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
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
import type { AlertSettings } from "#shared/alert/alert-settings";
import type { DispatchSettings } from "#shared/delivery/dispatch-settings";
import { Language, type LocalText } from "#shared/kernel/language";
import { Currency } from "#shared/kernel/money";
import { BotKind } from "#shared/kernel/role";
import { at, degrees, id, money, organisationId, within } from "./columns";

export const botKind = pgEnum("bot_kind", BotKind.enum);
export const currency = pgEnum("currency", Currency.enum);
export const language = pgEnum("language", Language.enum);

/** Global: a city. Couriers and branches of one region meet in one dispatch round and in one Redis slot. */
export const regions = pgTable("regions", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  timezone: text("timezone").notNull(), // IANA
});

/** Global: the root of a tenant. */
export const organisations = pgTable("organisations", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  /** What its first branch begins with; null where that one was there from the start. */
  regionId: uuid("region_id").references(() => regions.id),
  currency: currency("currency"),
  /** Of people whose own language we do not speak; English when null. */
  language: language("language"),
  createdAt: at("created_at").notNull(),
  suspendedAt: at("suspended_at"),
});

export const bots = pgTable(
  "bots",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    kind: botKind("kind").notNull(),
    telegramId: bigint("telegram_id", { mode: "number" }).notNull(),
    username: text("username").notNull(),
    /** AES-256-GCM, see `api/platform/secrets.ts`. */
    tokenEncrypted: text("token_encrypted").notNull(),
    /** What Telegram repeats in a header so that a webhook call is known to be its own. */
    webhookSecretEncrypted: text("webhook_secret_encrypted").notNull(),
    enabled: boolean("enabled").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    // A bot is found by its own id before any organisation is known: sign-in and webhooks start here.
    uniqueIndex("bots_by_id").on(t.id),
    uniqueIndex("bots_by_telegram_id").on(t.telegramId),
  ],
);

export const brands = pgTable(
  "brands",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    name: text("name").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
);

export const branches = pgTable(
  "branches",
  {
    organisationId: organisationId(),
    id: id(),
    brandId: uuid("brand_id").notNull(),
    regionId: uuid("region_id")
      .notNull()
      .references(() => regions.id),
    name: jsonb("name").$type<LocalText>().notNull(),
    addressText: text("address_text").notNull(),
    phone: text("phone"),
    lat: degrees("lat").notNull(),
    lng: degrees("lng").notNull(),
    timezone: text("timezone").notNull(), // IANA
    currency: currency("currency").notNull(),
    preparationMinutes: integer("preparation_minutes").notNull(),
    takesInvoice: boolean("takes_invoice").notNull(),
    takesCash: boolean("takes_cash").notNull(),
    offersPickup: boolean("offers_pickup").notNull(),
    /** Paused by hand; past `paused_until` the branch opens by itself. */
    pausedUntil: at("paused_until"),
    /** Added to every promise for a while, when the kitchen is drowning. */
    extraPromiseMinutes: integer("extra_promise_minutes").notNull(),
    extraPromiseUntil: at("extra_promise_until"),
    dispatch: jsonb("dispatch").$type<DispatchSettings>().notNull(),
    /** How its people are rung; what is missing is as usual. */
    alerts: jsonb("alerts").$type<Partial<AlertSettings>>().notNull().default({}),
    payBaseMinor: money("pay_base_minor").notNull(),
    payPerKmMinor: money("pay_per_km_minor").notNull(),
    payPerExtraStopMinor: money("pay_per_extra_stop_minor").notNull(),
    /** The deadline of the next day's summary; null until the first look at a new branch. */
    summaryAt: at("summary_at"),
    /** Counts the edits of its settings, so that nobody overwrites what they have not seen. */
    version: integer("version").notNull().default(0),
    archivedAt: at("archived_at"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.brandId, brands),
    check("branches_pay_not_negative", sql`least(pay_base_minor, pay_per_km_minor, pay_per_extra_stop_minor) >= 0`),
    check("branches_on_earth", sql`lat between -90 and 90 and lng between -180 and 180`),
    check("branches_preparation_sane", sql`preparation_minutes between 0 and 600`),
    index("branches_by_region").on(t.regionId),
    index("branches_by_summary").on(t.summaryAt).where(sql`${t.archivedAt} is null`),
  ],
);

/** Weekly opening hours in the branch's own timezone. Closing at or before opening means past midnight. */
export const branchHours = pgTable(
  "branch_hours",
  {
    organisationId: organisationId(),
    id: id(),
    branchId: uuid("branch_id").notNull(),
    weekday: integer("weekday").notNull(), // 1 Monday … 7 Sunday, ISO 8601
    opensMinute: integer("opens_minute").notNull(), // minutes after local midnight
    closesMinute: integer("closes_minute").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.branchId, branches),
    check(
      "branch_hours_sane",
      sql`weekday between 1 and 7 and opens_minute between 0 and 1439 and closes_minute between 0 and 1440`,
    ),
    index("branch_hours_by_branch").on(t.organisationId, t.branchId),
  ],
);

/** A day with hours of its own, or closed (`opens_minute` null). */
export const branchHolidays = pgTable(
  "branch_holidays",
  {
    organisationId: organisationId(),
    branchId: uuid("branch_id").notNull(),
    day: date("day", { mode: "string" }).notNull(), // local to the branch
    opensMinute: integer("opens_minute"),
    closesMinute: integer("closes_minute"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.branchId, t.day] }),
    within(t.organisationId, t.branchId, branches),
  ],
);

/** Branches near enough that one courier may pick up at both on one trip. Stored once per direction. */
export const branchNeighbours = pgTable(
  "branch_neighbours",
  {
    organisationId: organisationId(),
    branchId: uuid("branch_id").notNull(),
    neighbourId: uuid("neighbour_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.branchId, t.neighbourId] }),
    within(t.organisationId, t.branchId, branches),
    within(t.organisationId, t.neighbourId, branches),
    check("branch_neighbours_not_itself", sql`branch_id <> neighbour_id`),
  ],
);
