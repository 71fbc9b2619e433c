CREATE TABLE "dispatch_rounds" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"duration_ms" real NOT NULL,
	"delivery_ids" uuid[] NOT NULL,
	"parts" jsonb NOT NULL,
	"applied" jsonb NOT NULL,
	CONSTRAINT "dispatch_rounds_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "dispatch_rounds" ADD CONSTRAINT "dispatch_rounds_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch_rounds" ADD CONSTRAINT "dispatch_rounds_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispatch_rounds_by_region" ON "dispatch_rounds" USING btree ("organisation_id","region_id","at");--> statement-breakpoint
CREATE INDEX "dispatch_rounds_by_delivery" ON "dispatch_rounds" USING gin ("delivery_ids");--> statement-breakpoint
CREATE INDEX "dispatch_rounds_purge" ON "dispatch_rounds" USING btree ("at");