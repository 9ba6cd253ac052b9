#!/bin/sh
# Run once by the Postgres image on an empty data folder: the owner of the tables, who migrates, and
# the login of the app, who owns nothing and obeys every policy.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d loam \
  -v owner_password="$DATABASE_OWNER_PASSWORD" -v app_password="$DATABASE_PASSWORD" <<'SQL'
CREATE ROLE app_user NOLOGIN NOBYPASSRLS;
CREATE ROLE app_system NOLOGIN NOBYPASSRLS;
CREATE ROLE loam_owner LOGIN NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE loam_app LOGIN NOBYPASSRLS PASSWORD :'app_password';
GRANT app_user, app_system TO loam_owner WITH ADMIN OPTION;
GRANT app_user, app_system TO loam_app;
GRANT CREATE ON DATABASE loam TO loam_owner;
ALTER SCHEMA public OWNER TO loam_owner;
SQL
