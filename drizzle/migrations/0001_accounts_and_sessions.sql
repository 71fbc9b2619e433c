CREATE TYPE "public"."language" AS ENUM('en', 'ru', 'uz');--> statement-breakpoint
CREATE TYPE "public"."member_status" AS ENUM('invited', 'pending', 'active', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('customer', 'courier', 'kitchen', 'dispatcher', 'manager', 'owner');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"telegram_id" bigint,
	"language" "language" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"text" text NOT NULL,
	"landmark" text,
	"voice_media_id" uuid,
	"used_count" integer NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "addresses_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "addresses_on_earth" CHECK (lat between -90 and 90 and lng between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "bot_chats" (
	"organisation_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"unreachable_at" timestamp (3) with time zone,
	"unreachable_reason" text,
	CONSTRAINT "bot_chats_organisation_id_bot_id_account_id_pk" PRIMARY KEY("organisation_id","bot_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"branch_id" uuid,
	"status" "member_status" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"organisation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text,
	"username" text,
	"phone" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "profiles_organisation_id_account_id_pk" PRIMARY KEY("organisation_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "refresh_tokens_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"init_data_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text,
	CONSTRAINT "sessions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid,
	"bot_id" uuid,
	"account_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_chats" ADD CONSTRAINT "bot_chats_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_chats" ADD CONSTRAINT "bot_chats_organisation_id_bot_id_bots_organisation_id_id_fk" FOREIGN KEY ("organisation_id","bot_id") REFERENCES "public"."bots"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_branch_id_branches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","branch_id") REFERENCES "public"."branches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_organisation_id_session_id_sessions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","session_id") REFERENCES "public"."sessions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_bot_id_bots_organisation_id_id_fk" FOREIGN KEY ("organisation_id","bot_id") REFERENCES "public"."bots"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_telegram_id" ON "accounts" USING btree ("telegram_id");--> statement-breakpoint
CREATE INDEX "addresses_by_account" ON "addresses" USING btree ("organisation_id","account_id") WHERE "addresses"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "bot_chats_by_account" ON "bot_chats" USING btree ("organisation_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("organisation_id","account_id","role",coalesce("branch_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
CREATE INDEX "memberships_by_role" ON "memberships" USING btree ("organisation_id","role") WHERE "memberships"."status" = 'active';--> statement-breakpoint
CREATE INDEX "profiles_by_phone" ON "profiles" USING btree ("organisation_id",reverse("phone") text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_by_hash" ON "refresh_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "refresh_tokens_expired" ON "refresh_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sessions_by_init_data" ON "sessions" USING btree ("organisation_id","init_data_hash");--> statement-breakpoint
CREATE INDEX "sessions_by_account" ON "sessions" USING btree ("organisation_id","account_id") WHERE "sessions"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sign_ins_by_time" ON "sign_ins" USING btree ("at");