DROP INDEX "orders_by_time";--> statement-breakpoint
CREATE INDEX "order_contacts_by_name" ON "order_contacts" USING gin (to_tsvector('simple', "name"));--> statement-breakpoint
CREATE INDEX "orders_by_status" ON "orders" USING btree ("organisation_id","status","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_branch" ON "orders" USING btree ("organisation_id","branch_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_total" ON "orders" USING btree ("organisation_id","total_minor","id");--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders" USING btree ("organisation_id","placed_at","id");