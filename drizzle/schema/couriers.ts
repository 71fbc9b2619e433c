import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, real, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CourierState, CourierStatus, ShiftState } from "#shared/courier/courier-state";
import { Vehicle } from "#shared/kernel/vehicle";
import { at, degrees, id, money, organisationId, within } from "./columns";
import { accounts } from "./people";
import { currency, organisations, regions } from "./tenancy";

export const vehicle = pgEnum("vehicle", Vehicle.enum);
export const courierStatus = pgEnum("courier_status", CourierStatus.enum);
export const shiftState = pgEnum("shift_state", ShiftState.enum);
export const courierState = pgEnum("courier_state", CourierState.enum);

export const couriers = pgTable(
  "couriers",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    regionId: uuid("region_id")
      .notNull()
      .references(() => regions.id),
    vehicle: vehicle("vehicle").notNull(),
    /** Orders at once. */
    capacity: integer("capacity").notNull(),
    /** May he work here at all: a manager's word. */
    status: courierStatus("status").notNull(),
    /** Does he work now: his own word. */
    state: courierState("state").notNull(),
    stateAt: at("state_at").notNull(),
    ratingSum: integer("rating_sum").notNull(),
    ratingCount: integer("rating_count").notNull(),
    offersDecided: integer("offers_decided").notNull(),
    offersAccepted: integer("offers_accepted").notNull(),
    currency: currency("currency").notNull(),
    dailyGuaranteeMinor: money("daily_guarantee_minor").notNull(),
    cashLimitMinor: money("cash_limit_minor").notNull(),
    /** The last position that is worth keeping when Redis is empty; the live one is in Redis. */
    lastLat: degrees("last_lat"),
    lastLng: degrees("last_lng"),
    lastPositionAt: at("last_position_at"),
    /** When he was last told that his position is old: a nag is not repeated for the same silence. */
    naggedAt: at("nagged_at"),
    /** The deadline of his silence, while he is online. */
    staleAt: at("stale_at"),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("couriers_by_account").on(t.organisationId, t.accountId),
    check("couriers_numbers_sane", sql`capacity between 1 and 50 and rating_sum >= 0 and rating_count >= 0`),
    check("couriers_acceptance_sane", sql`offers_accepted between 0 and offers_decided`),
    check("couriers_money_not_negative", sql`daily_guarantee_minor >= 0 and cash_limit_minor >= 0`),
    // The dispatch snapshot reads who is online in a region, every round.
    index("couriers_online").on(t.regionId).where(sql`${t.state} = 'online' and ${t.status} = 'active'`),
    // The sweeper polls silences that are due.
    index("couriers_stale").on(t.staleAt).where(sql`${t.staleAt} is not null`),
  ],
);

/** A stretch of work, planned by a manager or opened by going online. At most one is open. */
export const shifts = pgTable(
  "shifts",
  {
    organisationId: organisationId(),
    id: id(),
    courierId: uuid("courier_id").notNull(),
    state: shiftState("state").notNull(),
    plannedStartAt: at("planned_start_at"),
    endsAt: at("ends_at"), // planned end, if there is one
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
    breakSeconds: integer("break_seconds").notNull(),
    breakStartedAt: at("break_started_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.courierId, couriers),
    uniqueIndex("shifts_one_open").on(t.organisationId, t.courierId).where(sql`${t.state} = 'open'`),
    index("shifts_by_courier").on(t.organisationId, t.courierId, t.startedAt),
    index("shifts_by_start").on(t.organisationId, t.startedAt),
  ],
);

/** Where couriers were. Partitioned by day of `at`, so that old days are dropped whole; see the migration. */
export const positions = pgTable(
  "positions",
  {
    organisationId: organisationId(),
    courierId: uuid("courier_id").notNull(),
    at: at("at").notNull(),
    lat: degrees("lat").notNull(),
    lng: degrees("lng").notNull(),
    accuracyMetres: real("accuracy_metres"),
    headingDegrees: real("heading_degrees"),
  },
  (t) => [index("positions_by_courier").on(t.courierId, t.at)],
);
