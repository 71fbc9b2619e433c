ALTER TABLE "forecast_residuals" ADD COLUMN "nudges" double precision[] NOT NULL DEFAULT '{0,0,0}';
--> statement-breakpoint
-- Only for the rows that were there: no column makes its own value.
ALTER TABLE "forecast_residuals" ALTER COLUMN "nudges" DROP DEFAULT;
