CREATE TABLE "acceptance_weights" (
	"organisation_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mean" double precision NOT NULL,
	"precision" double precision NOT NULL,
	CONSTRAINT "acceptance_weights_organisation_id_region_id_name_pk" PRIMARY KEY("organisation_id","region_id","name"),
	CONSTRAINT "acceptance_weights_sane" CHECK (precision > 0)
);
--> statement-breakpoint
CREATE TABLE "forecast_cursors" (
	"organisation_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"source" text NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"until_id" uuid NOT NULL,
	CONSTRAINT "forecast_cursors_organisation_id_region_id_source_pk" PRIMARY KEY("organisation_id","region_id","source")
);
--> statement-breakpoint
CREATE TABLE "forecast_residuals" (
	"organisation_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"weights" double precision[] NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "forecast_residuals_organisation_id_region_id_kind_pk" PRIMARY KEY("organisation_id","region_id","kind")
);
--> statement-breakpoint
CREATE TABLE "forecast_statistics" (
	"organisation_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"hour" smallint NOT NULL,
	"weight" double precision NOT NULL,
	"mean" double precision NOT NULL,
	"m2" double precision NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "forecast_statistics_key" PRIMARY KEY("organisation_id","region_id","kind","subject","hour"),
	CONSTRAINT "forecast_statistics_sane" CHECK (weight >= 0 and m2 >= 0 and hour between -1 and 23)
);
--> statement-breakpoint
ALTER TABLE "acceptance_weights" ADD CONSTRAINT "acceptance_weights_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_weights" ADD CONSTRAINT "acceptance_weights_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_cursors" ADD CONSTRAINT "forecast_cursors_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_cursors" ADD CONSTRAINT "forecast_cursors_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_residuals" ADD CONSTRAINT "forecast_residuals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_residuals" ADD CONSTRAINT "forecast_residuals_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_statistics" ADD CONSTRAINT "forecast_statistics_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_statistics" ADD CONSTRAINT "forecast_statistics_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_done" ON "deliveries" USING btree ("organisation_id","region_id","closed_at","id") WHERE "deliveries"."status" = 'delivered';--> statement-breakpoint
CREATE INDEX "offers_decided" ON "offers" USING btree ("organisation_id","decided_at","id") WHERE "offers"."mode" = 'exclusive' and "offers"."status" in ('accepted', 'declined', 'expired');