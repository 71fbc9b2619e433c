import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { Role } from "#shared/kernel/role";
import { MemberStatus } from "#shared/people/member-status";
import { at, degrees, id, organisationId, within } from "./columns";
import { bots, branches, language, organisations } from "./tenancy";

export const role = pgEnum("role", Role.enum);
export const memberStatus = pgEnum("member_status", MemberStatus.enum);

/** Global: one per Telegram user. Holds nothing personal but the Telegram id, which erasure takes away. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid("id").primaryKey(),
    telegramId: bigint("telegram_id", { mode: "number" }), // null once erased
    language: language("language").notNull(),
    createdAt: at("created_at").notNull(),
    erasedAt: at("erased_at"),
  },
  (t) => [uniqueIndex("accounts_by_telegram_id").on(t.telegramId)],
);

/** Who an account is to one organisation, in names and numbers: apart from orders, so that it can be erased on request. */
export const profiles = pgTable(
  "profiles",
  {
    organisationId: organisationId().references(() => organisations.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    firstName: text("first_name").notNull(),
    lastName: text("last_name"),
    username: text("username"),
    phone: text("phone"),
    /** Of the staff: between these minutes after midnight on that wall nothing sounds but an alert. All null: never. */
    quietFromMinute: integer("quiet_from_minute"),
    quietUntilMinute: integer("quiet_until_minute"),
    quietTimezone: text("quiet_timezone"), // IANA
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.accountId] }),
    check(
      "profiles_quiet_sane",
      sql`num_nulls(quiet_from_minute, quiet_until_minute, quiet_timezone) = 3 or (quiet_timezone is not null
        and quiet_from_minute between 0 and 1439 and quiet_until_minute between 0 and 1439)`,
    ),
    // Staff search by the end of a phone number.
    index("profiles_by_phone").on(t.organisationId, sql`reverse(${t.phone}) text_pattern_ops`),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    role: role("role").notNull(),
    branchId: uuid("branch_id"), // null: every branch
    status: memberStatus("status").notNull(),
    createdAt: at("created_at").notNull(),
    statusAt: at("status_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.branchId, branches),
    // "nulls not distinct": all branches is one value, too.
    uniqueIndex("memberships_once").on(
      t.organisationId,
      t.accountId,
      t.role,
      sql`coalesce(${t.branchId}, '00000000-0000-0000-0000-000000000000')`,
    ),
    // Who must be rung: read at every alert.
    index("memberships_by_role").on(t.organisationId, t.role).where(sql`${t.status} = 'active'`),
  ],
);

/** When somebody of the staff is on duty: who is on duty is rung first. At most one stretch is open. */
export const staffShifts = pgTable(
  "staff_shifts",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    startedAt: at("started_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("staff_shifts_one_open").on(t.organisationId, t.accountId).where(sql`${t.endedAt} is null`),
    index("staff_shifts_by_account").on(t.organisationId, t.accountId, t.startedAt),
  ],
);

/** A link that makes one person a member, once. Only the hash of its secret is stored. */
export const invitations = pgTable(
  "invitations",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    role: role("role").notNull(),
    branchId: uuid("branch_id"), // null: every branch
    secretHash: text("secret_hash").notNull(),
    /** Null: the house itself, when a business begins. Nobody is there yet who could approve, so nobody has to. */
    invitedBy: uuid("invited_by").references(() => accounts.id),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedBy: uuid("used_by").references(() => accounts.id),
    usedAt: at("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.branchId, branches),
    uniqueIndex("invitations_by_secret").on(t.secretHash),
    check("invitations_used_by_somebody", sql`(used_by is null) = (used_at is null)`),
  ],
);

/** Where a bot reaches an account, and whether it still can: a bot may not write first, and people block bots. */
export const botChats = pgTable(
  "bot_chats",
  {
    organisationId: organisationId(),
    botId: uuid("bot_id").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    startedAt: at("started_at").notNull(),
    unreachableAt: at("unreachable_at"),
    unreachableReason: text("unreachable_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.botId, t.accountId] }),
    within(t.organisationId, t.botId, bots),
    index("bot_chats_by_account").on(t.organisationId, t.accountId),
  ],
);

/** One sign-in of one mini-app. Ages of sessions and tokens are real time, not business time. */
export const sessions = pgTable(
  "sessions",
  {
    organisationId: organisationId(),
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    botId: uuid("bot_id").notNull(),
    /** SHA-256 of the initData: after sign-out the same string opens nothing. */
    initDataHash: text("init_data_hash").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true, precision: 3 }),
    revokedReason: text("revoked_reason"), // signed_out, refresh_reused, suspended
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.botId, bots),
    index("sessions_by_init_data").on(t.organisationId, t.initDataHash),
    index("sessions_by_account").on(t.organisationId, t.accountId).where(sql`${t.revokedAt} is null`),
  ],
);

/** A refresh token is used once; using it again revokes its whole session. Only the hash is stored. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    organisationId: organisationId(),
    id: id(),
    sessionId: uuid("session_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    issuedAt: timestamp("issued_at", { withTimezone: true, precision: 3 }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }).notNull(),
    usedAt: timestamp("used_at", { withTimezone: true, precision: 3 }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.sessionId, sessions),
    uniqueIndex("refresh_tokens_by_hash").on(t.tokenHash),
    index("refresh_tokens_expired").on(t.expiresAt), // the purge
  ],
);

/** Every sign-in, refused ones too. Never the initData itself. */
export const signIns = pgTable(
  "sign_ins",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id"), // null: refused before any bot was known
    botId: uuid("bot_id"),
    accountId: uuid("account_id"),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
    outcome: text("outcome").notNull(), // `ok` or a refusal code
  },
  (t) => [index("sign_ins_by_time").on(t.at)],
);

/** Where a customer has things brought to. */
export const addresses = pgTable(
  "addresses",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    lat: degrees("lat").notNull(),
    lng: degrees("lng").notNull(),
    text: text("text").notNull(),
    landmark: text("landmark"),
    voiceMediaId: uuid("voice_media_id"),
    usedCount: integer("used_count").notNull(),
    usedAt: at("used_at").notNull(),
    erasedAt: at("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    check("addresses_on_earth", sql`lat between -90 and 90 and lng between -180 and 180`),
    index("addresses_by_account").on(t.organisationId, t.accountId).where(sql`${t.erasedAt} is null`),
  ],
);
