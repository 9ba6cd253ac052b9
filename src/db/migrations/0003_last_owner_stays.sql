-- An organisation that still exists keeps at least one owner, whoever writes (the auth engine reads
-- and writes in separate statements, so two owners could otherwise leave at the same moment). The
-- lock makes the second of them wait, and then see that the first has gone.
CREATE FUNCTION organization_keeps_an_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  IF NOT 'owner' = ANY (string_to_array(OLD.role, ',')) THEN
    RETURN NULL;
  END IF;
  PERFORM FROM public.organization o WHERE o.id = OLD.organization_id FOR NO KEY UPDATE;
  -- Deleted as a whole, with its members.
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (
    SELECT FROM public.member m
    WHERE m.organization_id = OLD.organization_id AND 'owner' = ANY (string_to_array(m.role, ','))
  ) THEN
    RAISE EXCEPTION 'an organisation keeps at least one owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_keeps_an_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO app_system;
--> statement-breakpoint
ALTER FUNCTION organization_keeps_an_owner() OWNER TO app_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM app_system;
--> statement-breakpoint
CREATE TRIGGER member_last_owner_stays AFTER DELETE OR UPDATE OF role, organization_id ON "member"
FOR EACH ROW EXECUTE FUNCTION organization_keeps_an_owner();
