-- The two roles that the app works under. They own nothing, cannot log in by themselves and cannot
-- bypass row-level security. A role lives in the whole cluster, so it may exist already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_user') THEN
    CREATE ROLE app_user NOLOGIN NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_system') THEN
    CREATE ROLE app_system NOLOGIN NOBYPASSRLS;
  END IF;
  EXECUTE format('GRANT app_user, app_system TO %I', current_user);
END $$;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA public TO app_system;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO app_user;
--> statement-breakpoint
-- Who asks: the id of a person, or null for a visitor.
CREATE FUNCTION current_user_id() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('request.user_id', true), '') $$;
--> statement-breakpoint
-- The organisation that the request names, if the person is a member of it at this moment and, when
-- roles are given, has one of them; otherwise null. It runs with the rights of app_system, because
-- the policies of "member" are themselves built on it. plpgsql, so that the table may come later.
CREATE FUNCTION current_organization_id(VARIADIC roles text[] DEFAULT '{}') RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  RETURN (
    SELECT m.organization_id
    FROM public.member m
    WHERE m.organization_id = nullif(current_setting('request.org_id', true), '')
      AND m.user_id = nullif(current_setting('request.user_id', true), '')
      AND (cardinality(roles) = 0 OR string_to_array(m.role, ',') && roles)
  );
END $$;
--> statement-breakpoint
ALTER FUNCTION current_organization_id(text[]) OWNER TO app_system;
--> statement-breakpoint
REVOKE ALL ON FUNCTION current_organization_id(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION current_organization_id(text[]) TO app_user, app_system;
--> statement-breakpoint
-- array_to_string is only stable, and a generated column needs an immutable expression.
CREATE FUNCTION skills_text(skills text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_to_string(skills, ' ') $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM app_system;
