CREATE TYPE "public"."alert_kind" AS ENUM('order_unconfirmed', 'order_late', 'delivery_unclaimed', 'courier_silent', 'courier_panic', 'pin_locked', 'payment_trouble', 'customer_unreachable');--> statement-breakpoint
CREATE TYPE "public"."alert_level" AS ENUM('on_shift_dispatchers', 'all_dispatchers', 'managers', 'owner');--> statement-breakpoint
CREATE TYPE "public"."alert_state" AS ENUM('ringing', 'acknowledged', 'resolved');--> statement-breakpoint
CREATE TYPE "public"."notification_state" AS ENUM('due', 'sent', 'acknowledged', 'dead');--> statement-breakpoint
CREATE TABLE "alert_rings" (
	"organisation_id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"ring" integer NOT NULL,
	"level" "alert_level" NOT NULL,
	"recipients" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alert_rings_organisation_id_alert_id_ring_pk" PRIMARY KEY("organisation_id","alert_id","ring")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "alert_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"branch_id" uuid,
	"state" "alert_state" NOT NULL,
	"level" "alert_level" NOT NULL,
	"rings" integer NOT NULL,
	"rings_at_level" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ring_again_at" timestamp (3) with time zone,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"details" jsonb NOT NULL,
	CONSTRAINT "alerts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"organisation_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"telegram_message_id" bigint NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "cards_organisation_id_bot_id_recipient_id_kind_subject_id_pk" PRIMARY KEY("organisation_id","bot_id","recipient_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"topics" text[] NOT NULL,
	"body" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "events_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"urgency" smallint NOT NULL,
	"body" jsonb NOT NULL,
	"state" "notification_state" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"lease_id" uuid,
	"attempts" integer NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"telegram_message_id" bigint,
	"merged_into" uuid,
	"dead_reason" text,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "alert_rings" ADD CONSTRAINT "alert_rings_organisation_id_alert_id_alerts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","alert_id") REFERENCES "public"."alerts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_organisation_id_bot_id_bots_organisation_id_id_fk" FOREIGN KEY ("organisation_id","bot_id") REFERENCES "public"."bots"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_id_accounts_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organisation_id_bot_id_bots_organisation_id_id_fk" FOREIGN KEY ("organisation_id","bot_id") REFERENCES "public"."bots"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_one_ringing" ON "alerts" USING btree ("organisation_id","kind","subject_id") WHERE "alerts"."state" = 'ringing';--> statement-breakpoint
CREATE INDEX "alerts_ring_due" ON "alerts" USING btree ("ring_again_at") WHERE "alerts"."state" = 'ringing';--> statement-breakpoint
CREATE INDEX "alerts_by_time" ON "alerts" USING btree ("organisation_id","opened_at");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("organisation_id","recorded_at");--> statement-breakpoint
CREATE INDEX "events_purge" ON "events" USING btree ("recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("organisation_id","subject_id","recipient_id","bot_id","kind","version");--> statement-breakpoint
CREATE INDEX "notifications_due" ON "notifications" USING btree ("bot_id","urgency","due_at") WHERE "notifications"."state" = 'due';--> statement-breakpoint
CREATE INDEX "notifications_inbox" ON "notifications" USING btree ("organisation_id","recipient_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_dead" ON "notifications" USING btree ("organisation_id","created_at") WHERE "notifications"."state" = 'dead';