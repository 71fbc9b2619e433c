import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { AlertKind, AlertLevel, AlertState } from "#shared/alert/alert";
import type { Notification } from "#shared/contracts/notifications";
import { at, id, organisationId, within } from "./columns";
import { accounts } from "./people";
import { bots, organisations } from "./tenancy";

export const notificationState = pgEnum("notification_state", ["due", "sent", "acknowledged", "dead", "skipped"]);
export const alertKind = pgEnum("alert_kind", AlertKind.enum);
export const alertLevel = pgEnum("alert_level", AlertLevel.enum);
export const alertState = pgEnum("alert_state", AlertState.enum);

/** Append-only: what changed, as ids. Screens hear it live and catch up from here. */
export const events = pgTable(
  "events",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    kind: text("kind").notNull(),
    topics: text("topics").array().notNull(), // order:{id}, courier:{id}, branch:{id}, board:{organisation}
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    at: at("at").notNull(),
    /** Machine time: a screen that was away for a minute was away for a real minute. */
    recordedAt: timestamp("recorded_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("events_by_time").on(t.organisationId, t.recordedAt),
    index("events_purge").on(t.recordedAt),
  ],
);

/** The ledger: who must hear of what. Written in the transaction of the change itself, drained by the bots. */
export const notifications = pgTable(
  "notifications",
  {
    organisationId: organisationId(),
    id: id(),
    botId: uuid("bot_id").notNull(),
    recipientId: uuid("recipient_id")
      .notNull()
      .references(() => accounts.id),
    kind: text("kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    version: integer("version").notNull(), // of the subject: the newest card replaces the older ones
    urgency: smallint("urgency").notNull(), // 0 alert, 1 offer, 2 card, 3 the rest
    body: jsonb("body").$type<Notification>().notNull(),
    state: notificationState("state").notNull(),
    createdAt: at("created_at").notNull(),
    dueAt: at("due_at").notNull(),
    /** Machine time: until then one bot process has it. */
    leasedUntil: timestamp("leased_until", { withTimezone: true, precision: 3 }),
    leaseId: uuid("lease_id"),
    attempts: integer("attempts").notNull(),
    sentAt: at("sent_at"),
    telegramMessageId: bigint("telegram_message_id", { mode: "number" }),
    /** A newer version of the same card went out instead of this one. */
    mergedInto: uuid("merged_into"),
    deadReason: text("dead_reason"),
    /** A call for it went out and its answer was lost: it may stand in the chat without anybody knowing its message. */
    maybeShown: boolean("maybe_shown").notNull().default(false),
    skipReason: text("skip_reason"), // why nobody was told on purpose
    readAt: at("read_at"), // the inbox
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.botId, bots),
    // Announcing the same change twice is the same row.
    uniqueIndex("notifications_once").on(t.organisationId, t.subjectId, t.recipientId, t.botId, t.kind, t.version),
    // A bot polls only what is still to be sent, urgent first.
    index("notifications_due").on(t.botId, t.urgency, t.dueAt).where(sql`${t.state} = 'due'`),
    // Whether a newer one of its thread is due is asked for every row that might be sent; without an index of its own
    // that question walks all that the bot has due.
    index("notifications_thread")
      .on(t.organisationId, t.subjectId, t.recipientId, t.botId)
      .where(sql`${t.state} = 'due'`),
    index("notifications_inbox").on(t.organisationId, t.recipientId, t.createdAt),
    // The purge looks for old ones every quarter of an hour; rows lie in the order of their age, so a tiny index does.
    index("notifications_age").using("brin", t.createdAt),
    index("notifications_dead").on(t.organisationId, t.createdAt).where(sql`${t.state} = 'dead'`),
  ],
);

/** The message that stands in a chat for a card, so that the next version edits it. */
export const cards = pgTable(
  "cards",
  {
    organisationId: organisationId(),
    botId: uuid("bot_id").notNull(),
    recipientId: uuid("recipient_id").notNull(),
    kind: text("kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    telegramMessageId: bigint("telegram_message_id", { mode: "number" }).notNull(),
    version: integer("version").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.botId, t.recipientId, t.kind, t.subjectId] }),
    within(t.organisationId, t.botId, bots),
  ],
);

/** Something that a person must answer. It rings until somebody does. */
export const alerts = pgTable(
  "alerts",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    kind: alertKind("kind").notNull(),
    subjectId: uuid("subject_id").notNull(), // order, delivery or courier
    branchId: uuid("branch_id"),
    state: alertState("state").notNull(),
    level: alertLevel("level").notNull(),
    rings: integer("rings").notNull(),
    ringsAtLevel: integer("rings_at_level").notNull(),
    openedAt: at("opened_at").notNull(),
    /** The deadline: never null while it rings. */
    ringAgainAt: at("ring_again_at"),
    acknowledgedBy: uuid("acknowledged_by"),
    acknowledgedAt: at("acknowledged_at"),
    resolvedAt: at("resolved_at"),
    details: jsonb("details").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    // The same trouble is one alert, not ten.
    uniqueIndex("alerts_one_ringing").on(t.organisationId, t.kind, t.subjectId).where(sql`${t.state} = 'ringing'`),
    index("alerts_ring_due").on(t.ringAgainAt).where(sql`${t.state} = 'ringing'`),
    // Was this trouble answered lately? Few are, so that a new one does not pay for it.
    index("alerts_answered").on(t.organisationId, t.subjectId, t.kind).where(sql`${t.state} = 'acknowledged'`),
    index("alerts_by_time").on(t.organisationId, t.openedAt),
  ],
);

/** Append-only: each ring, at which level, and how many people it went to. */
export const alertRings = pgTable(
  "alert_rings",
  {
    organisationId: organisationId(),
    alertId: uuid("alert_id").notNull(),
    ring: integer("ring").notNull(),
    level: alertLevel("level").notNull(),
    recipients: integer("recipients").notNull(),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.alertId, t.ring] }), within(t.organisationId, t.alertId, alerts)],
);
