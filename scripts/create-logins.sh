#!/bin/sh
# Run once by the Postgres image on an empty data folder: the owner of the tables, who migrates, and
# the two logins of the app, who own nothing and obey every policy. What is asked for in the name of a
# person goes through loam_user, which cannot become the system.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d loam \
  -v owner_password="$DATABASE_OWNER_PASSWORD" -v user_password="$DATABASE_PASSWORD" \
  -v system_password="$DATABASE_SYSTEM_PASSWORD" <<'SQL'
CREATE ROLE app_user NOLOGIN NOBYPASSRLS;
CREATE ROLE app_system NOLOGIN NOBYPASSRLS;
CREATE ROLE app_audit NOLOGIN NOBYPASSRLS IN ROLE app_system;
CREATE ROLE loam_owner LOGIN NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE loam_user LOGIN NOBYPASSRLS PASSWORD :'user_password';
CREATE ROLE loam_system LOGIN NOBYPASSRLS PASSWORD :'system_password';
GRANT app_user, app_system, app_audit TO loam_owner WITH ADMIN OPTION;
GRANT app_user TO loam_user;
GRANT app_system TO loam_system;
GRANT CREATE ON DATABASE loam TO loam_owner;
REVOKE TEMPORARY ON DATABASE loam FROM PUBLIC;
ALTER SCHEMA public OWNER TO loam_owner;
-- Large objects obey no policy, and only an administrator can take them away (src/db/access.sql).
SELECT format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', oid::regprocedure) FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^(lo_.*|loread|lowrite)$' \gexec
SQL
