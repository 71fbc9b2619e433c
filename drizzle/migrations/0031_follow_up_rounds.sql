ALTER TABLE "dispatch_rounds" ADD COLUMN "whole" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "dispatch_rounds" ALTER COLUMN "whole" DROP DEFAULT;
