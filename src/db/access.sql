-- Run after every migration, by the owner of the tables: what a policy allows is granted to its role,
-- and nothing else. A table without a policy for app_user stays unreachable for it, and every table is
-- forced, so that its owner obeys the policies too.
DO $$
DECLARE
  t record;
  allowed record;
BEGIN
  FOR t IN SELECT c.oid, c.oid::regclass AS name FROM pg_class c
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, app_user, app_system, app_audit', t.name);
    FOR allowed IN
      SELECT DISTINCT r.rolname AS role, v.verb
      FROM pg_policy p
      JOIN pg_roles r ON r.oid = ANY (p.polroles)
      JOIN (VALUES ('r', 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')) v (command, verb)
        ON p.polcmd IN (v.command::"char", '*')
      WHERE p.polrelid = t.oid AND r.rolname IN ('app_user', 'app_system', 'app_audit')
    LOOP
      EXECUTE format('GRANT %s ON %s TO %I', allowed.verb, t.name, allowed.role);
    END LOOP;
  END LOOP;
END $$;

-- Functions that work with the rights of their owner. Postgres looks for a table or a type in pg_temp
-- first, where whoever fires a trigger may have made one of their own, unless it is named last. And
-- only we attach a trigger: to a table of somebody's own it would record whatever they say.
DO $$
DECLARE
  f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p
           WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND pg_has_role(p.proowner, 'USAGE')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
  -- A table of one's own would also stay with the connection, under a name of ours, for whoever is
  -- lent it next. create-logins.sh does the same where the database is somebody else's.
  IF (SELECT pg_has_role(d.datdba, 'USAGE') FROM pg_database d WHERE d.datname = current_database()) THEN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  END IF;
  -- As every new database has it since Postgres 15; one that was brought over from an older may not.
  IF (SELECT pg_has_role(n.nspowner, 'USAGE') FROM pg_namespace n WHERE n.nspname = 'public') THEN
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  END IF;
END $$;

-- Large objects: everybody may make and fill them, beside every policy and every quota. The functions
-- belong to the administrator of the server, who takes them away in create-logins.sh; an owner who is
-- none may not, and nothing fails. The embedded database is ours.
DO $$
DECLARE
  f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p
           WHERE p.pronamespace = 'pg_catalog'::regnamespace AND pg_has_role(p.proowner, 'USAGE')
             AND p.proname ~ '^(lo_.*|loread|lowrite)$' LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
END $$;

-- The queue's tables are the system's alone.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'pgboss') THEN
    GRANT USAGE ON SCHEMA pgboss TO app_system;
    GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO app_system;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO app_system;
    REVOKE ALL ON SCHEMA pgboss FROM PUBLIC, app_user;
  END IF;
END $$;
