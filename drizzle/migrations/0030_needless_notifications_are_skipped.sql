ALTER TYPE "public"."notification_state" ADD VALUE 'skipped';--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "maybe_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "skip_reason" text;