-- Records each change of a row that belongs to an organisation, as `<table>.created`, `.changed` and
-- `.deleted`, with its name. A table whose changes need no words of their own gets a trigger that calls
-- this, and names the column that the row is known by:
--
--   CREATE CONSTRAINT TRIGGER audit_kept AFTER INSERT OR UPDATE OR DELETE ON "poll"
--   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_row('question');
--
-- What goes with its organisation is not recorded: the organisation's own event says so.
CREATE FUNCTION audit_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  becomes jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  tenant text := coalesce(becomes, was) ->> 'organization_id';
BEGIN
  IF NOT EXISTS (SELECT FROM public.organization o WHERE o.id = tenant) THEN
    RETURN NULL;
  END IF;
  PERFORM public.record_audit(
    tenant,
    TG_TABLE_NAME || CASE TG_OP WHEN 'INSERT' THEN '.created' WHEN 'UPDATE' THEN '.changed'
                                ELSE '.deleted' END,
    TG_TABLE_NAME, coalesce(becomes, was) ->> 'id',
    CASE WHEN was IS NOT NULL THEN jsonb_build_object('name', was -> TG_ARGV[0]) END,
    CASE WHEN becomes IS NOT NULL THEN jsonb_build_object('name', becomes -> TG_ARGV[0]) END);
  RETURN NULL;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO app_audit;
--> statement-breakpoint
ALTER FUNCTION audit_row() OWNER TO app_audit;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM app_audit;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit_row() FROM PUBLIC;
