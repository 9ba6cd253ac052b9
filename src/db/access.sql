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

-- Where a policy lets a row be read or changed, but not all of its columns.
REVOKE SELECT ON "user" FROM app_user;
GRANT SELECT (id, name, email, email_verified, image, locale, created_at) ON "user" TO app_user;
REVOKE SELECT ON "organization" FROM app_user;
GRANT SELECT (id, name, slug, logo, created_at) ON "organization" TO app_user;
REVOKE UPDATE ON "job" FROM app_user;
GRANT UPDATE (
  slug, status, title, summary, description, department, location, country, workplace,
  employment_type, skills, salary_min, salary_max, salary_currency, salary_period, published_at,
  closes_at, updated_at
) ON "job" TO app_user;
REVOKE UPDATE ON "application" FROM app_user;
GRANT UPDATE (status, updated_at) ON "application" TO app_user;
REVOKE UPDATE ON "cv_review" FROM app_user;
GRANT UPDATE (status, failure, finished_at) ON "cv_review" TO app_user;
REVOKE UPDATE ON "chat" FROM app_user;
GRANT UPDATE (title, active_reply_id, updated_at) ON "chat" TO app_user;
REVOKE UPDATE ON "chat_message" FROM app_user;
GRANT UPDATE (status, updated_at) ON "chat_message" TO app_user;

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
