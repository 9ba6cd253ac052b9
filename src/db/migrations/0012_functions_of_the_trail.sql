-- Whoever owns a function may drop it, and with it the triggers and policies that call it: app_system
-- owned those that record what it changes. They belong to app_audit, whom nobody works as, and who sees
-- the rows for them as app_system does.
DO $$
BEGIN
  IF NOT pg_has_role('app_audit', 'app_system', 'USAGE') THEN
    GRANT app_system TO app_audit;
  END IF;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO app_audit;
--> statement-breakpoint
DO $$
DECLARE
  f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p
           WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = 'app_system'::regrole LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO app_audit', f.name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM app_audit;
--> statement-breakpoint
-- It was the owner's, and went over with the rest.
GRANT EXECUTE ON FUNCTION current_organization_id(text[]), is_own_ready_file(uuid) TO app_system;
