CREATE TYPE "public"."delivery_status" AS ENUM('waiting', 'offered', 'assigned', 'at_pickup', 'picked_up', 'at_dropoff', 'delivered', 'cancelled', 'failed');--> statement-breakpoint
CREATE TYPE "public"."ladder_step" AS ENUM('exclusive', 'wave', 'everyone', 'partner', 'human');--> statement-breakpoint
CREATE TYPE "public"."offer_mode" AS ENUM('exclusive', 'wave', 'everyone', 'manual');--> statement-breakpoint
CREATE TYPE "public"."offer_status" AS ENUM('live', 'accepted', 'declined', 'expired', 'lost', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."stop_kind" AS ENUM('pickup', 'dropoff');--> statement-breakpoint
CREATE TYPE "public"."stop_status" AS ENUM('pending', 'arrived', 'done', 'failed', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."trip_status" AS ENUM('planned', 'active', 'done', 'cancelled');--> statement-breakpoint
CREATE TABLE "courier_bans" (
	"organisation_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"courier_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "courier_bans_organisation_id_delivery_id_courier_id_pk" PRIMARY KEY("organisation_id","delivery_id","courier_id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"status" "delivery_status" NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	"trip_id" uuid,
	"courier_id" uuid,
	"pickup_lat" double precision NOT NULL,
	"pickup_lng" double precision NOT NULL,
	"dropoff_lat" double precision NOT NULL,
	"dropoff_lng" double precision NOT NULL,
	"distance_metres" integer NOT NULL,
	"ready_at" timestamp (3) with time zone NOT NULL,
	"promised_at" timestamp (3) with time zone NOT NULL,
	"cash_to_collect_minor" bigint NOT NULL,
	"pin" text NOT NULL,
	"pin_attempts" smallint NOT NULL,
	"pin_locked_at" timestamp (3) with time zone,
	"proof_media_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"reason" text,
	"ladder_step" "ladder_step" NOT NULL,
	"ladder_tries" integer NOT NULL,
	"ladder_since" timestamp (3) with time zone NOT NULL,
	"decide_at" timestamp (3) with time zone,
	"pinned_courier_id" uuid,
	"keep_apart" boolean NOT NULL,
	CONSTRAINT "deliveries_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "deliveries_cash_not_negative" CHECK (cash_to_collect_minor >= 0 and distance_metres >= 0),
	CONSTRAINT "deliveries_pin_shape" CHECK (pin ~ '^[0-9]{4}$' and pin_attempts >= 0),
	CONSTRAINT "deliveries_courier_on_trip" CHECK (courier_id is null or trip_id is not null)
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trip_id" uuid NOT NULL,
	"courier_id" uuid NOT NULL,
	"mode" "offer_mode" NOT NULL,
	"status" "offer_status" NOT NULL,
	"version" integer NOT NULL,
	"pay_minor" bigint NOT NULL,
	"pay_rule" jsonb NOT NULL,
	"pickup_metres" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decline_reason" text,
	CONSTRAINT "offers_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "offers_pay_not_negative" CHECK (pay_minor >= 0 and pickup_metres >= 0)
);
--> statement-breakpoint
CREATE TABLE "trip_stops" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trip_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" "stop_kind" NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"status" "stop_status" NOT NULL,
	"arrived_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "trip_stops_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "trips" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"courier_id" uuid,
	"status" "trip_status" NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	"currency" "currency" NOT NULL,
	"pay_minor" bigint NOT NULL,
	"distance_metres" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "trips_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "trips_pay_not_negative" CHECK (pay_minor >= 0 and distance_metres >= 0),
	CONSTRAINT "trips_courier_known" CHECK (courier_id is not null or status in ('planned', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "courier_bans" ADD CONSTRAINT "courier_bans_organisation_id_delivery_id_deliveries_organisation_id_id_fk" FOREIGN KEY ("organisation_id","delivery_id") REFERENCES "public"."deliveries"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courier_bans" ADD CONSTRAINT "courier_bans_organisation_id_courier_id_couriers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","courier_id") REFERENCES "public"."couriers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organisation_id_order_id_orders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","order_id") REFERENCES "public"."orders"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organisation_id_trip_id_trips_organisation_id_id_fk" FOREIGN KEY ("organisation_id","trip_id") REFERENCES "public"."trips"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organisation_id_courier_id_couriers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","courier_id") REFERENCES "public"."couriers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organisation_id_pinned_courier_id_couriers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","pinned_courier_id") REFERENCES "public"."couriers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_organisation_id_trip_id_trips_organisation_id_id_fk" FOREIGN KEY ("organisation_id","trip_id") REFERENCES "public"."trips"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_organisation_id_courier_id_couriers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","courier_id") REFERENCES "public"."couriers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip_stops" ADD CONSTRAINT "trip_stops_organisation_id_trip_id_trips_organisation_id_id_fk" FOREIGN KEY ("organisation_id","trip_id") REFERENCES "public"."trips"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip_stops" ADD CONSTRAINT "trip_stops_organisation_id_delivery_id_deliveries_organisation_id_id_fk" FOREIGN KEY ("organisation_id","delivery_id") REFERENCES "public"."deliveries"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trips" ADD CONSTRAINT "trips_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trips" ADD CONSTRAINT "trips_organisation_id_courier_id_couriers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","courier_id") REFERENCES "public"."couriers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_live" ON "deliveries" USING btree ("organisation_id","order_id") WHERE "deliveries"."status" not in ('cancelled', 'failed');--> statement-breakpoint
CREATE INDEX "deliveries_by_order" ON "deliveries" USING btree ("organisation_id","order_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_trip" ON "deliveries" USING btree ("organisation_id","trip_id");--> statement-breakpoint
CREATE INDEX "deliveries_searching" ON "deliveries" USING btree ("region_id","created_at") WHERE "deliveries"."status" in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX "deliveries_decide_due" ON "deliveries" USING btree ("decide_at") WHERE "deliveries"."status" in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX "deliveries_under_way" ON "deliveries" USING btree ("organisation_id","courier_id") WHERE "deliveries"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "deliveries_by_courier" ON "deliveries" USING btree ("organisation_id","courier_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_exclusive" ON "offers" USING btree ("organisation_id","courier_id") WHERE "offers"."status" = 'live' and "offers"."mode" = 'exclusive';--> statement-breakpoint
CREATE UNIQUE INDEX "offers_once" ON "offers" USING btree ("organisation_id","trip_id","courier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_winner" ON "offers" USING btree ("organisation_id","trip_id") WHERE "offers"."status" = 'accepted';--> statement-breakpoint
CREATE INDEX "offers_live_by_courier" ON "offers" USING btree ("organisation_id","courier_id") WHERE "offers"."status" = 'live';--> statement-breakpoint
CREATE INDEX "offers_expiry_due" ON "offers" USING btree ("expires_at") WHERE "offers"."status" = 'live';--> statement-breakpoint
CREATE INDEX "offers_by_courier" ON "offers" USING btree ("organisation_id","courier_id","offered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trip_stops_in_order" ON "trip_stops" USING btree ("organisation_id","trip_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "trip_stops_once" ON "trip_stops" USING btree ("organisation_id","trip_id","delivery_id","kind");--> statement-breakpoint
CREATE INDEX "trip_stops_by_delivery" ON "trip_stops" USING btree ("organisation_id","delivery_id");--> statement-breakpoint
CREATE INDEX "trips_by_courier" ON "trips" USING btree ("organisation_id","courier_id","created_at");--> statement-breakpoint
CREATE INDEX "trips_active" ON "trips" USING btree ("organisation_id","courier_id") WHERE "trips"."status" = 'active';