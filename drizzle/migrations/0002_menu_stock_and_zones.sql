CREATE TYPE "public"."doer" AS ENUM('customer', 'courier', 'kitchen', 'dispatcher', 'manager', 'owner', 'system');--> statement-breakpoint
CREATE TYPE "public"."stock_reason" AS ENUM('sold', 'given_back', 'received', 'counted', 'spoiled');--> statement-breakpoint
CREATE TABLE "branch_items" (
	"organisation_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"available" boolean NOT NULL,
	"stock" integer,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "branch_items_organisation_id_branch_id_item_id_pk" PRIMARY KEY("organisation_id","branch_id","item_id"),
	CONSTRAINT "branch_items_stock_not_negative" CHECK (stock >= 0)
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "categories_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb,
	"photo_media_id" uuid,
	"price_minor" bigint NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "items_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "items_price_not_negative" CHECK (price_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "modifier_groups" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"min_choices" integer NOT NULL,
	"max_choices" integer NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "modifier_groups_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "modifier_groups_choices_sane" CHECK (min_choices >= 0 and max_choices >= greatest(min_choices, 1))
);
--> statement-breakpoint
CREATE TABLE "modifiers" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"price_delta_minor" bigint NOT NULL,
	"available" boolean NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "modifiers_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "stock_log" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"delta" integer NOT NULL,
	"reason" "stock_reason" NOT NULL,
	"cause_id" uuid NOT NULL,
	"done_by" "doer" NOT NULL,
	"account_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_log_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"name" text NOT NULL,
	"polygon" jsonb NOT NULL,
	"fee_rule" jsonb NOT NULL,
	"minimum_minor" bigint NOT NULL,
	"promised_minutes" integer NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "zones_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "zones_minimum_not_negative" CHECK (minimum_minor >= 0),
	CONSTRAINT "zones_promise_sane" CHECK (promised_minutes between 1 and 1440)
);
--> statement-breakpoint
ALTER TABLE "branch_items" ADD CONSTRAINT "branch_items_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_items" ADD CONSTRAINT "branch_items_organisation_id_item_id_items_organisation_id_id_fk" FOREIGN KEY ("organisation_id","item_id") REFERENCES "public"."items"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_organisation_id_brand_id_brands_organisation_id_id_fk" FOREIGN KEY ("organisation_id","brand_id") REFERENCES "public"."brands"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_organisation_id_brand_id_brands_organisation_id_id_fk" FOREIGN KEY ("organisation_id","brand_id") REFERENCES "public"."brands"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_organisation_id_category_id_categories_organisation_id_id_fk" FOREIGN KEY ("organisation_id","category_id") REFERENCES "public"."categories"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modifier_groups" ADD CONSTRAINT "modifier_groups_organisation_id_item_id_items_organisation_id_id_fk" FOREIGN KEY ("organisation_id","item_id") REFERENCES "public"."items"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modifiers" ADD CONSTRAINT "modifiers_organisation_id_group_id_modifier_groups_organisation_id_id_fk" FOREIGN KEY ("organisation_id","group_id") REFERENCES "public"."modifier_groups"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_log" ADD CONSTRAINT "stock_log_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_log" ADD CONSTRAINT "stock_log_organisation_id_item_id_items_organisation_id_id_fk" FOREIGN KEY ("organisation_id","item_id") REFERENCES "public"."items"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "categories_by_brand" ON "categories" USING btree ("organisation_id","brand_id");--> statement-breakpoint
CREATE INDEX "items_by_brand" ON "items" USING btree ("organisation_id","brand_id");--> statement-breakpoint
CREATE INDEX "modifier_groups_by_item" ON "modifier_groups" USING btree ("organisation_id","item_id");--> statement-breakpoint
CREATE INDEX "modifiers_by_group" ON "modifiers" USING btree ("organisation_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_log_once" ON "stock_log" USING btree ("organisation_id","item_id","cause_id","reason");--> statement-breakpoint
CREATE INDEX "stock_log_by_item" ON "stock_log" USING btree ("organisation_id","branch_id","item_id","at");--> statement-breakpoint
CREATE INDEX "zones_by_branch" ON "zones" USING btree ("organisation_id","branch_id") WHERE "zones"."archived_at" is null;