CREATE TYPE "public"."fulfilment" AS ENUM('delivery', 'pickup');--> statement-breakpoint
CREATE TYPE "public"."order_status" AS ENUM('awaiting_payment', 'placed', 'confirmed', 'preparing', 'ready', 'picked_up', 'delivered', 'rejected', 'cancelled', 'expired', 'failed', 'returned');--> statement-breakpoint
CREATE TYPE "public"."payment_method" AS ENUM('cash', 'invoice');--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cart_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"modifier_ids" uuid[] NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "cart_lines_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "cart_lines_quantity_sane" CHECK (quantity between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_contacts" (
	"organisation_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"name" text,
	"phone" text,
	"lat" double precision,
	"lng" double precision,
	"address_text" text,
	"landmark" text,
	"voice_media_id" uuid,
	"note" text,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "order_contacts_organisation_id_order_id_pk" PRIMARY KEY("organisation_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"modifiers" jsonb NOT NULL,
	"unit_minor" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"total_minor" bigint NOT NULL,
	CONSTRAINT "order_lines_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "order_lines_quantity_sane" CHECK (quantity between 1 and 50),
	CONSTRAINT "order_lines_add_up" CHECK (unit_minor >= 0 and total_minor = unit_minor * quantity)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"branch_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"status" "order_status" NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	"fulfilment" "fulfilment" NOT NULL,
	"zone_id" uuid,
	"payment_method" "payment_method" NOT NULL,
	"currency" "currency" NOT NULL,
	"subtotal_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"cash_given_minor" bigint,
	"distance_metres" integer,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"scheduled_for" timestamp (3) with time zone,
	"release_at" timestamp (3) with time zone,
	"promised_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"ready_at" timestamp (3) with time zone,
	"invoice_expires_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "orders_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "orders_money_not_negative" CHECK (subtotal_minor >= 0 and fee_minor >= 0),
	CONSTRAINT "orders_total_adds_up" CHECK (total_minor = subtotal_minor + fee_minor)
);
--> statement-breakpoint
CREATE TABLE "timeline" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"delivery_id" uuid,
	"action" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"done_by" "doer" NOT NULL,
	"account_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"details" jsonb,
	CONSTRAINT "timeline_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_organisation_id_cart_id_carts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","cart_id") REFERENCES "public"."carts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_organisation_id_item_id_items_organisation_id_id_fk" FOREIGN KEY ("organisation_id","item_id") REFERENCES "public"."items"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_contacts" ADD CONSTRAINT "order_contacts_organisation_id_order_id_orders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","order_id") REFERENCES "public"."orders"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_organisation_id_order_id_orders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","order_id") REFERENCES "public"."orders"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_organisation_id_item_id_items_organisation_id_id_fk" FOREIGN KEY ("organisation_id","item_id") REFERENCES "public"."items"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_organisation_id_zone_id_zones_organisation_id_id_fk" FOREIGN KEY ("organisation_id","zone_id") REFERENCES "public"."zones"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_organisation_id_bot_id_bots_organisation_id_id_fk" FOREIGN KEY ("organisation_id","bot_id") REFERENCES "public"."bots"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline" ADD CONSTRAINT "timeline_organisation_id_order_id_orders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","order_id") REFERENCES "public"."orders"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cart_lines_once" ON "cart_lines" USING btree ("organisation_id","cart_id","item_id","modifier_ids");--> statement-breakpoint
CREATE INDEX "cart_lines_by_cart" ON "cart_lines" USING btree ("organisation_id","cart_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_one_each" ON "carts" USING btree ("organisation_id","account_id");--> statement-breakpoint
CREATE INDEX "order_contacts_by_phone" ON "order_contacts" USING btree ("organisation_id",reverse("phone") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "order_lines_by_order" ON "order_lines" USING btree ("organisation_id","order_id");--> statement-breakpoint
CREATE INDEX "orders_open" ON "orders" USING btree ("organisation_id","branch_id","placed_at") WHERE "orders"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "orders_by_account" ON "orders" USING btree ("organisation_id","account_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders" USING btree ("organisation_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_by_code" ON "orders" USING btree ("organisation_id","code");--> statement-breakpoint
CREATE INDEX "orders_invoice_due" ON "orders" USING btree ("invoice_expires_at") WHERE "orders"."status" = 'awaiting_payment';--> statement-breakpoint
CREATE INDEX "orders_release_due" ON "orders" USING btree ("release_at") WHERE "orders"."release_at" is not null and "orders"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "timeline_by_order" ON "timeline" USING btree ("organisation_id","order_id","at");