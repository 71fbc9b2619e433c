CREATE TABLE "audit_log" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid,
	"done_by" "doer" NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_log_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organisation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" smallint NOT NULL,
	"body" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_organisation_id_account_id_key_pk" PRIMARY KEY("organisation_id","account_id","key")
);
--> statement-breakpoint
CREATE TABLE "inbound_updates" (
	"organisation_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"update_id" bigint NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"failed_reason" text,
	CONSTRAINT "inbound_updates_bot_id_update_id_pk" PRIMARY KEY("bot_id","update_id")
);
--> statement-breakpoint
CREATE TABLE "media" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"uploaded_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "media_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "media_bytes_positive" CHECK (bytes > 0)
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"by_account_id" uuid NOT NULL,
	"about" text NOT NULL,
	"about_id" uuid NOT NULL,
	"stars" smallint NOT NULL,
	"comment" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ratings_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "ratings_stars_sane" CHECK (stars between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_updates" ADD CONSTRAINT "inbound_updates_organisation_id_bot_id_bots_organisation_id_id_fk" FOREIGN KEY ("organisation_id","bot_id") REFERENCES "public"."bots"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_by_account_id_accounts_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_organisation_id_order_id_orders_organisation_id_id_fk" FOREIGN KEY ("organisation_id","order_id") REFERENCES "public"."orders"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_time" ON "audit_log" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "audit_log_by_subject" ON "audit_log" USING btree ("organisation_id","subject_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_purge" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "inbound_updates_unfinished" ON "inbound_updates" USING btree ("bot_id","update_id") WHERE "inbound_updates"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "inbound_updates_purge" ON "inbound_updates" USING btree ("received_at") WHERE "inbound_updates"."finished_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_once" ON "ratings" USING btree ("organisation_id","order_id","by_account_id","about");--> statement-breakpoint
CREATE INDEX "ratings_about" ON "ratings" USING btree ("organisation_id","about","about_id");