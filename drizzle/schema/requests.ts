import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { doer } from "./catalogue";
import { at, id, organisationId, within } from "./columns";
import { orders } from "./orders";
import { accounts } from "./people";
import { bots, organisations } from "./tenancy";

/** The answer that was given to a request, kept 24 h: asking again with the same key gives the same answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    organisationId: organisationId().references(() => organisations.id),
    accountId: uuid("account_id").notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(), // SHA-256 of route and body: the same key with another body is refused
    status: smallint("status").notNull(),
    body: jsonb("body").$type<unknown>().notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }).notNull(), // machine time
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.accountId, t.key] }),
    index("idempotency_keys_purge").on(t.expiresAt),
  ],
);

/** What Telegram sent, recorded once before it is confirmed. */
export const inboundUpdates = pgTable(
  "inbound_updates",
  {
    organisationId: organisationId(),
    botId: uuid("bot_id").notNull(),
    updateId: bigint("update_id", { mode: "number" }).notNull(),
    body: jsonb("body").$type<unknown>().notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true, precision: 3 }).notNull(),
    leasedUntil: timestamp("leased_until", { withTimezone: true, precision: 3 }).notNull(),
    attempts: integer("attempts").notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true, precision: 3 }),
    failedReason: text("failed_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.botId, t.updateId] }),
    within(t.organisationId, t.botId, bots),
    index("inbound_updates_unfinished").on(t.botId, t.updateId).where(sql`${t.finishedAt} is null`),
    index("inbound_updates_purge").on(t.receivedAt).where(sql`${t.finishedAt} is not null`),
  ],
);

/** A file in storage. The bytes go there directly by a signed URL; this row says what they are and who may see them. */
export const media = pgTable(
  "media",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    accountId: uuid("account_id").notNull(),
    purpose: text("purpose").notNull(), // proof, item, voice, chat
    contentType: text("content_type").notNull(),
    bytes: integer("bytes").notNull(),
    storageKey: text("storage_key").notNull(),
    createdAt: at("created_at").notNull(),
    uploadedAt: at("uploaded_at"),
    erasedAt: at("erased_at"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), check("media_bytes_positive", sql`bytes > 0`)],
);

export const ratings = pgTable(
  "ratings",
  {
    organisationId: organisationId(),
    id: id(),
    orderId: uuid("order_id").notNull(),
    byAccountId: uuid("by_account_id")
      .notNull()
      .references(() => accounts.id),
    about: text("about").notNull(), // courier, food, customer
    aboutId: uuid("about_id").notNull(),
    stars: smallint("stars").notNull(),
    comment: text("comment"),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.orderId, orders),
    uniqueIndex("ratings_once").on(t.organisationId, t.orderId, t.byAccountId, t.about),
    index("ratings_about").on(t.organisationId, t.about, t.aboutId),
    check("ratings_stars_sane", sql`stars between 1 and 5`),
  ],
);

/** Append-only: who changed what, from which value to which. */
export const auditLog = pgTable(
  "audit_log",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    accountId: uuid("account_id"),
    doneBy: doer("done_by").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("audit_log_by_time").on(t.organisationId, t.at),
    index("audit_log_by_subject").on(t.organisationId, t.subjectId),
    // The log is filtered by what was changed, and by who did it.
    index("audit_log_by_kind").on(t.organisationId, t.subjectKind, t.at),
    index("audit_log_by_account").on(t.organisationId, t.accountId, t.at),
  ],
);
