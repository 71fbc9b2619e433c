CREATE TYPE "public"."courier_state" AS ENUM('offline', 'online', 'on_break');--> statement-breakpoint
CREATE TYPE "public"."courier_status" AS ENUM('pending', 'active', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."shift_state" AS ENUM('planned', 'open', 'ended');--> statement-breakpoint
CREATE TYPE "public"."vehicle" AS ENUM('motorcycle', 'car', 'bicycle', 'walker');--> statement-breakpoint
CREATE TABLE "couriers" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"vehicle" "vehicle" NOT NULL,
	"capacity" integer NOT NULL,
	"status" "courier_status" NOT NULL,
	"state" "courier_state" NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	"rating_sum" integer NOT NULL,
	"rating_count" integer NOT NULL,
	"offers_decided" integer NOT NULL,
	"offers_accepted" integer NOT NULL,
	"currency" "currency" NOT NULL,
	"daily_guarantee_minor" bigint NOT NULL,
	"cash_limit_minor" bigint NOT NULL,
	"last_lat" double precision,
	"last_lng" double precision,
	"last_position_at" timestamp (3) with time zone,
	"nagged_at" timestamp (3) with time zone,
	"stale_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "couriers_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "couriers_numbers_sane" CHECK (capacity between 1 and 50 and rating_sum >= 0 and rating_count >= 0),
	CONSTRAINT "couriers_acceptance_sane" CHECK (offers_accepted between 0 and offers_decided),
	CONSTRAINT "couriers_money_not_negative" CHECK (daily_guarantee_minor >= 0 and cash_limit_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"organisation_id" uuid NOT NULL,
	"courier_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"accuracy_metres" real,
	"heading_degrees" real
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "shifts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"courier_id" uuid NOT NULL,
	"state" "shift_state" NOT NULL,
	"planned_start_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"break_seconds" integer NOT NULL,
	"break_started_at" timestamp (3) with time zone,
	CONSTRAINT "shifts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "couriers" ADD CONSTRAINT "couriers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couriers" ADD CONSTRAINT "couriers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couriers" ADD CONSTRAINT "couriers_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_organisation_id_courier_id_couriers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","courier_id") REFERENCES "public"."couriers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "couriers_by_account" ON "couriers" USING btree ("organisation_id","account_id");--> statement-breakpoint
CREATE INDEX "couriers_online" ON "couriers" USING btree ("region_id") WHERE "couriers"."state" = 'online' and "couriers"."status" = 'active';--> statement-breakpoint
CREATE INDEX "couriers_stale" ON "couriers" USING btree ("stale_at") WHERE "couriers"."state" = 'online';--> statement-breakpoint
CREATE INDEX "positions_by_courier" ON "positions" USING btree ("courier_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "shifts_one_open" ON "shifts" USING btree ("organisation_id","courier_id") WHERE "shifts"."state" = 'open';--> statement-breakpoint
CREATE INDEX "shifts_by_courier" ON "shifts" USING btree ("organisation_id","courier_id","started_at");