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
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { DeliveryStatus } from "#shared/delivery/delivery-status";
import { LadderStep } from "#shared/delivery/ladder";
import { OfferMode, OfferStatus } from "#shared/delivery/offer";
import { StopKind, StopStatus, TripStatus } from "#shared/delivery/trip";
import { at, degrees, id, metres, money, organisationId, within } from "./columns";
import { couriers } from "./couriers";
import { orders } from "./orders";
import { branches, currency, regions } from "./tenancy";

export const deliveryStatus = pgEnum("delivery_status", DeliveryStatus.enum);
export const tripStatus = pgEnum("trip_status", TripStatus.enum);
export const stopKind = pgEnum("stop_kind", StopKind.enum);
export const stopStatus = pgEnum("stop_status", StopStatus.enum);
export const offerMode = pgEnum("offer_mode", OfferMode.enum);
export const offerStatus = pgEnum("offer_status", OfferStatus.enum);
export const ladderStep = pgEnum("ladder_step", LadderStep.enum);

/** An ordered list of stops that one courier drives; proposed first, his once he accepts. */
export const trips = pgTable(
  "trips",
  {
    organisationId: organisationId(),
    id: id(),
    regionId: uuid("region_id")
      .notNull()
      .references(() => regions.id),
    courierId: uuid("courier_id"), // null while it is only offered
    status: tripStatus("status").notNull(),
    statusAt: at("status_at").notNull(),
    version: integer("version").notNull(), // of its card
    currency: currency("currency").notNull(),
    payMinor: money("pay_minor").notNull(), // fixed when it was offered
    distanceMetres: metres("distance_metres").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.courierId, couriers),
    check("trips_pay_not_negative", sql`pay_minor >= 0 and distance_metres >= 0`),
    check("trips_courier_known", sql`courier_id is not null or status in ('planned', 'cancelled')`),
    index("trips_by_courier").on(t.organisationId, t.courierId, t.createdAt),
    // The plan of every courier, read by each dispatch round.
    index("trips_active").on(t.organisationId, t.courierId).where(sql`${t.status} = 'active'`),
  ],
);

/** What dispatcher and courier see of an order. */
export const deliveries = pgTable(
  "deliveries",
  {
    organisationId: organisationId(),
    id: id(),
    orderId: uuid("order_id").notNull(),
    branchId: uuid("branch_id").notNull(),
    regionId: uuid("region_id")
      .notNull()
      .references(() => regions.id),
    status: deliveryStatus("status").notNull(),
    statusAt: at("status_at").notNull(),
    version: integer("version").notNull(),
    tripId: uuid("trip_id"), // the trip it is on; null while nobody has it
    courierId: uuid("courier_id"),
    pickupLat: degrees("pickup_lat").notNull(),
    pickupLng: degrees("pickup_lng").notNull(),
    dropoffLat: degrees("dropoff_lat").notNull(), // coarsened when the customer's data is erased
    dropoffLng: degrees("dropoff_lng").notNull(),
    distanceMetres: metres("distance_metres").notNull(),
    readyAt: at("ready_at").notNull(), // expected while it cooks, known once it is ready
    promisedAt: at("promised_at").notNull(),
    cashToCollectMinor: money("cash_to_collect_minor").notNull(),
    pin: text("pin").notNull(),
    pinAttempts: smallint("pin_attempts").notNull(),
    pinLockedAt: at("pin_locked_at"),
    proofMediaId: uuid("proof_media_id"),
    createdAt: at("created_at").notNull(),
    closedAt: at("closed_at"),
    reason: text("reason"),
    // The ladder: how far the search for a courier has come. Rows, so that an emptied Redis forgets nothing.
    ladderStep: ladderStep("ladder_step").notNull(),
    ladderTries: integer("ladder_tries").notNull(),
    ladderSince: at("ladder_since").notNull(),
    /** When dispatch must look at it again at the latest. */
    decideAt: at("decide_at"),
    pinnedCourierId: uuid("pinned_courier_id"), // a dispatcher's word
    keepApart: boolean("keep_apart").notNull(), // never bundled with another
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.orderId, orders),
    within(t.organisationId, t.branchId, branches),
    within(t.organisationId, t.tripId, trips),
    within(t.organisationId, t.courierId, couriers),
    within(t.organisationId, t.pinnedCourierId, couriers),
    check("deliveries_cash_not_negative", sql`cash_to_collect_minor >= 0 and distance_metres >= 0`),
    check("deliveries_pin_shape", sql`pin ~ '^[0-9]{4}$' and pin_attempts >= 0`),
    check("deliveries_courier_on_trip", sql`courier_id is null or trip_id is not null`),
    // One live delivery per order, whatever else goes wrong.
    uniqueIndex("deliveries_one_live")
      .on(t.organisationId, t.orderId)
      .where(sql`${t.status} not in ('cancelled', 'failed')`),
    index("deliveries_by_order").on(t.organisationId, t.orderId),
    index("deliveries_by_trip").on(t.organisationId, t.tripId),
    // What a dispatch round reads.
    index("deliveries_searching").on(t.regionId, t.createdAt).where(sql`${t.status} in ('waiting', 'offered')`),
    index("deliveries_decide_due").on(t.decideAt).where(sql`${t.status} in ('waiting', 'offered')`),
    index("deliveries_under_way").on(t.organisationId, t.courierId).where(sql`${t.closedAt} is null`),
    // What is learnt from, in the order of its end.
    index("deliveries_done").on(t.organisationId, t.regionId, t.closedAt, t.id).where(sql`${t.status} = 'delivered'`),
    index("deliveries_by_courier").on(t.organisationId, t.courierId, t.createdAt),
  ],
);

export const tripStops = pgTable(
  "trip_stops",
  {
    organisationId: organisationId(),
    id: id(),
    tripId: uuid("trip_id").notNull(),
    deliveryId: uuid("delivery_id").notNull(),
    position: smallint("position").notNull(),
    kind: stopKind("kind").notNull(),
    lat: degrees("lat").notNull(),
    lng: degrees("lng").notNull(),
    status: stopStatus("status").notNull(),
    arrivedAt: at("arrived_at"),
    doneAt: at("done_at"), // done, failed or dropped
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.tripId, trips),
    within(t.organisationId, t.deliveryId, deliveries),
    uniqueIndex("trip_stops_in_order").on(t.organisationId, t.tripId, t.position),
    uniqueIndex("trip_stops_once").on(t.organisationId, t.tripId, t.deliveryId, t.kind),
    index("trip_stops_by_delivery").on(t.organisationId, t.deliveryId),
  ],
);

export const offers = pgTable(
  "offers",
  {
    organisationId: organisationId(),
    id: id(),
    tripId: uuid("trip_id").notNull(),
    courierId: uuid("courier_id").notNull(),
    mode: offerMode("mode").notNull(),
    status: offerStatus("status").notNull(),
    version: integer("version").notNull(), // of its message
    payMinor: money("pay_minor").notNull(),
    /** The pay rule as it was: base, per km, per extra stop. */
    payRule: jsonb("pay_rule").$type<{ baseMinor: number; perKmMinor: number; perExtraStopMinor: number }>().notNull(),
    pickupMetres: metres("pickup_metres").notNull(), // from where the courier was
    reasons: jsonb("reasons").$type<Record<string, number>>().notNull(), // why him, in figures
    offeredAt: at("offered_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    decidedAt: at("decided_at"),
    declineReason: text("decline_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.tripId, trips),
    within(t.organisationId, t.courierId, couriers),
    check("offers_pay_not_negative", sql`pay_minor >= 0 and pickup_metres >= 0`),
    // One exclusive live offer per courier: two dispatchers, or two rounds, cannot both have him.
    uniqueIndex("offers_one_exclusive")
      .on(t.organisationId, t.courierId)
      .where(sql`${t.status} = 'live' and ${t.mode} = 'exclusive'`),
    uniqueIndex("offers_once").on(t.organisationId, t.tripId, t.courierId),
    // At most one winner of a trip, for ever.
    uniqueIndex("offers_one_winner").on(t.organisationId, t.tripId).where(sql`${t.status} = 'accepted'`),
    index("offers_live_by_courier").on(t.organisationId, t.courierId).where(sql`${t.status} = 'live'`),
    index("offers_expiry_due").on(t.expiresAt).where(sql`${t.status} = 'live'`),
    // What is learnt from: a wave's losers were not free to say yes.
    index("offers_decided")
      .on(t.organisationId, t.decidedAt, t.id)
      .where(sql`${t.mode} = 'exclusive' and ${t.status} in ('accepted', 'declined', 'expired')`),
    index("offers_by_courier").on(t.organisationId, t.courierId, t.offeredAt),
  ],
);

/** A dispatcher's word that this courier shall not carry this delivery; a courier's "no" lands here as well. */
export const courierBans = pgTable(
  "courier_bans",
  {
    organisationId: organisationId(),
    deliveryId: uuid("delivery_id").notNull(),
    courierId: uuid("courier_id").notNull(),
    reason: text("reason").notNull(), // forbidden, declined, expired, withdrawn (never shown), released
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.deliveryId, t.courierId] }),
    within(t.organisationId, t.deliveryId, deliveries),
    within(t.organisationId, t.courierId, couriers),
  ],
);
