CREATE TABLE "messages" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid,
	"from_account_id" uuid NOT NULL,
	"from_role" "role" NOT NULL,
	"from_bot_id" uuid NOT NULL,
	"to_role" "role" NOT NULL,
	"to_account_id" uuid,
	"text" text,
	"media_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "messages_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "messages_say_something" CHECK (erased_at is not null or text is not null or media_id is not null)
);
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_from_account_id_accounts_id_fk" FOREIGN KEY ("from_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_to_account_id_accounts_id_fk" FOREIGN KEY ("to_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_order_id_orders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","order_id") REFERENCES "public"."orders"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_from_bot_id_bots_organisation_id_id_fk" FOREIGN KEY ("organisation_id","from_bot_id") REFERENCES "public"."bots"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_media_id_media_organisation_id_id_fk" FOREIGN KEY ("organisation_id","media_id") REFERENCES "public"."media"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_by_order" ON "messages" USING btree ("organisation_id","order_id","at");--> statement-breakpoint
CREATE INDEX "messages_by_writer" ON "messages" USING btree ("organisation_id","from_account_id","at");--> statement-breakpoint
CREATE INDEX "messages_by_media" ON "messages" USING btree ("organisation_id","media_id") WHERE "messages"."media_id" is not null;