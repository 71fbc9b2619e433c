DROP INDEX "couriers_stale";--> statement-breakpoint
CREATE INDEX "couriers_stale" ON "couriers" USING btree ("stale_at") WHERE "couriers"."stale_at" is not null;