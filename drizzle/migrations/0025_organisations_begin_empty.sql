ALTER TABLE "invitations" ALTER COLUMN "invited_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "region_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "currency" "currency";--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "language" "language";--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;