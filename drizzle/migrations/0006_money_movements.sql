CREATE TYPE "public"."ledger_account" AS ENUM('customer_owes', 'provider_holds', 'courier_cash', 'till', 'sales', 'delivery_fees', 'refunds', 'courier_owed', 'courier_cost');--> statement-breakpoint
CREATE TYPE "public"."movement_kind" AS ENUM('charge', 'charge_void', 'invoice_payment', 'cash_payment', 'tip', 'refund', 'courier_pay', 'cash_hand_in');--> statement-breakpoint
CREATE TABLE "money_entries" (
	"organisation_id" uuid NOT NULL,
	"movement_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"account" "ledger_account" NOT NULL,
	"party_id" uuid,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "money_entries_organisation_id_movement_id_position_pk" PRIMARY KEY("organisation_id","movement_id","position"),
	CONSTRAINT "money_entries_not_zero" CHECK (amount_minor <> 0)
);
--> statement-breakpoint
CREATE TABLE "money_movements" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "movement_kind" NOT NULL,
	"cause_id" uuid NOT NULL,
	"order_id" uuid,
	"courier_id" uuid,
	"currency" "currency" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "money_movements_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "money_entries" ADD CONSTRAINT "money_entries_organisation_id_movement_id_money_movements_organisation_id_id_fk" FOREIGN KEY ("organisation_id","movement_id") REFERENCES "public"."money_movements"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_organisation_id_order_id_orders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","order_id") REFERENCES "public"."orders"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_organisation_id_courier_id_couriers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","courier_id") REFERENCES "public"."couriers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "money_entries_by_party" ON "money_entries" USING btree ("organisation_id","account","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "money_movements_once" ON "money_movements" USING btree ("organisation_id","kind","cause_id");--> statement-breakpoint
CREATE INDEX "money_movements_by_order" ON "money_movements" USING btree ("organisation_id","order_id");--> statement-breakpoint
CREATE INDEX "money_movements_by_courier" ON "money_movements" USING btree ("organisation_id","courier_id","at");