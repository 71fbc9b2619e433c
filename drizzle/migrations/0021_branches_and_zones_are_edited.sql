ALTER TABLE "branches" ADD COLUMN "alerts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "zones" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_log_by_kind" ON "audit_log" USING btree ("organisation_id","subject_kind","at");--> statement-breakpoint
CREATE INDEX "audit_log_by_account" ON "audit_log" USING btree ("organisation_id","account_id","at");