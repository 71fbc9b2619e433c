CREATE TYPE "public"."bot_kind" AS ENUM('customer', 'courier', 'staff');--> statement-breakpoint
CREATE TYPE "public"."currency" AS ENUM('UZS', 'KZT', 'RUB', 'USD', 'EUR');--> statement-breakpoint
CREATE TABLE "bots" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "bot_kind" NOT NULL,
	"telegram_id" bigint NOT NULL,
	"username" text NOT NULL,
	"token_encrypted" text NOT NULL,
	"webhook_secret_encrypted" text NOT NULL,
	"enabled" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bots_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "branch_holidays" (
	"organisation_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"day" date NOT NULL,
	"opens_minute" integer,
	"closes_minute" integer,
	CONSTRAINT "branch_holidays_organisation_id_branch_id_day_pk" PRIMARY KEY("organisation_id","branch_id","day")
);
--> statement-breakpoint
CREATE TABLE "branch_hours" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"opens_minute" integer NOT NULL,
	"closes_minute" integer NOT NULL,
	CONSTRAINT "branch_hours_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "branch_hours_sane" CHECK (weekday between 1 and 7 and opens_minute between 0 and 1439 and closes_minute between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "branch_neighbours" (
	"organisation_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"neighbour_id" uuid NOT NULL,
	CONSTRAINT "branch_neighbours_organisation_id_branch_id_neighbour_id_pk" PRIMARY KEY("organisation_id","branch_id","neighbour_id"),
	CONSTRAINT "branch_neighbours_not_itself" CHECK (branch_id <> neighbour_id)
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"address_text" text NOT NULL,
	"phone" text,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"timezone" text NOT NULL,
	"currency" "currency" NOT NULL,
	"preparation_minutes" integer NOT NULL,
	"takes_invoice" boolean NOT NULL,
	"takes_cash" boolean NOT NULL,
	"offers_pickup" boolean NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"extra_promise_minutes" integer NOT NULL,
	"extra_promise_until" timestamp (3) with time zone,
	"dispatch" jsonb NOT NULL,
	"pay_base_minor" bigint NOT NULL,
	"pay_per_km_minor" bigint NOT NULL,
	"pay_per_extra_stop_minor" bigint NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "branches_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "branches_pay_not_negative" CHECK (least(pay_base_minor, pay_per_km_minor, pay_per_extra_stop_minor) >= 0),
	CONSTRAINT "branches_on_earth" CHECK (lat between -90 and 90 and lng between -180 and 180),
	CONSTRAINT "branches_preparation_sane" CHECK (preparation_minutes between 0 and 600)
);
--> statement-breakpoint
CREATE TABLE "brands" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brands_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"suspended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"timezone" text NOT NULL,
	CONSTRAINT "regions_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "bots" ADD CONSTRAINT "bots_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_holidays" ADD CONSTRAINT "branch_holidays_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_hours" ADD CONSTRAINT "branch_hours_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_neighbours" ADD CONSTRAINT "branch_neighbours_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_neighbours" ADD CONSTRAINT "branch_neighbours_organisation_id_neighbour_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","neighbour_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_organisation_id_brand_id_brands_organisation_id_id_fk" FOREIGN KEY ("organisation_id","brand_id") REFERENCES "public"."brands"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brands" ADD CONSTRAINT "brands_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bots_by_id" ON "bots" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "bots_by_telegram_id" ON "bots" USING btree ("telegram_id");--> statement-breakpoint
CREATE INDEX "branch_hours_by_branch" ON "branch_hours" USING btree ("organisation_id","branch_id");--> statement-breakpoint
CREATE INDEX "branches_by_region" ON "branches" USING btree ("region_id");