-- Every request and job runs as this role. It owns nothing, so row-level security will bind it.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peyk_app') THEN
    CREATE ROLE peyk_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was faster
END $$;
--> statement-breakpoint
GRANT peyk_app TO CURRENT_USER;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO peyk_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO peyk_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO peyk_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO peyk_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO peyk_app;
--> statement-breakpoint
-- Append-only is a right that is missing, not a promise.
REVOKE UPDATE, DELETE ON money_movements, money_entries, timeline, audit_log, stock_log, alert_rings FROM peyk_app;
--> statement-breakpoint
-- Business rows are never deleted; what is purged is listed by leaving it its right: keys, events, updates, tokens, carts.
REVOKE DELETE ON organisations, brands, branches, accounts, memberships, items, categories, orders, order_lines,
  deliveries, trips, trip_stops, offers, couriers, shifts, alerts, ratings, bots FROM peyk_app;
