-- The application's role owns nothing, so it makes and drops partitions through these two doors only.
CREATE FUNCTION ensure_positions_day(day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text := 'positions_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF to_regclass('public.' || name) IS NOT NULL THEN
    RETURN;
  END IF;
  -- Two processes may want the same day at the same moment.
  PERFORM pg_advisory_xact_lock(hashtext(name));
  EXECUTE format(
    'CREATE TABLE IF NOT EXISTS %I PARTITION OF positions FOR VALUES FROM (%L) TO (%L)',
    name, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
END $$;
--> statement-breakpoint
CREATE FUNCTION drop_positions_before(day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  part record;
  dropped integer := 0;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'public.positions'::regclass AND c.relname < 'positions_' || to_char(day, 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE %I', part.relname);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
