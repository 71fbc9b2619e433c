ALTER TABLE "profiles" ADD COLUMN "quiet_from_minute" integer;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "quiet_until_minute" integer;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "quiet_timezone" text;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_quiet_sane" CHECK (num_nulls(quiet_from_minute, quiet_until_minute, quiet_timezone) = 3 or (quiet_timezone is not null
        and quiet_from_minute between 0 and 1439 and quiet_until_minute between 0 and 1439));