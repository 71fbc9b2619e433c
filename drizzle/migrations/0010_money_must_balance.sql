-- Whatever the code above does, a movement whose entries do not sum to zero cannot be committed.
CREATE FUNCTION money_movement_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount_minor) FROM money_entries
      WHERE organisation_id = NEW.organisation_id AND movement_id = NEW.movement_id) <> 0 THEN
    RAISE EXCEPTION 'money movement % does not balance', NEW.movement_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER money_entries_balance AFTER INSERT ON money_entries
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION money_movement_balances();
