-- The audit trail named the table and the actions of applications, so that no account could be deleted
-- without them. Whose act it is tells the caller now, and an application brings its own trigger.
DROP FUNCTION record_audit(text, text, text, text, jsonb, jsonb, text);
--> statement-breakpoint
CREATE FUNCTION record_audit(
  organization_id text, action text, subject_type text, subject_id text,
  before jsonb DEFAULT NULL, after jsonb DEFAULT NULL, actor text DEFAULT NULL,
  -- An outsider acts, whose address and program are none of the organisation's business.
  of_outsider boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  INSERT INTO public.audit_event (
    organization_id, action, subject_type, subject_id, before, after,
    actor_id, impersonator_id, address, user_agent, reason)
  VALUES (
    $1, $2, $3, $4, $5, $6,
    coalesce(public.audit_actor_id(), $7),
    nullif(current_setting('request.impersonator_id', true), ''),
    CASE WHEN NOT $8 THEN left(nullif(current_setting('request.address', true), ''), 64) END,
    CASE WHEN NOT $8 THEN left(nullif(current_setting('request.user_agent', true), ''), 300) END,
    left(nullif(current_setting('request.reason', true), ''), 200));
  -- Otherwise a chain could vanish as a whole. Organisations first, the site last, in every
  -- transaction: two that need the same chains wait for each other in the same order.
  IF $1 IS NOT NULL AND (SELECT c.sequence FROM public.audit_chain c WHERE c.chain = $1) = 1 THEN
    PERFORM public.record_audit(NULL, 'audit.chain_started', 'organization', $1);
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_invitation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  tenant text := coalesce(NEW.organization_id, OLD.organization_id);
  event text := CASE
    WHEN TG_OP = 'INSERT' THEN 'invitation.sent'
    WHEN TG_OP = 'DELETE' THEN CASE OLD.status WHEN 'pending' THEN 'invitation.cancelled' END
    WHEN NEW.status = 'accepted' THEN 'invitation.accepted'
    WHEN NEW.status = 'rejected' THEN 'invitation.declined'
    WHEN NEW.status = 'canceled' THEN 'invitation.cancelled' END;
BEGIN
  IF event IS NULL OR NOT EXISTS (SELECT FROM public.organization o WHERE o.id = tenant) THEN
    RETURN NULL;
  END IF;
  PERFORM public.record_audit(
    tenant, event, 'invitation', coalesce(NEW.id, OLD.id), NULL,
    jsonb_build_object('role', coalesce(NEW.role, OLD.role)),
    of_outsider => event = 'invitation.declined');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_application() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  tenant text := coalesce(NEW.organization_id, OLD.organization_id);
  event text := CASE
    WHEN TG_OP = 'DELETE' THEN 'application.deleted'
    WHEN NEW.status = 'withdrawn' THEN 'application.withdrawn'
    ELSE 'application.moved' END;
BEGIN
  IF NOT EXISTS (SELECT FROM public.organization o WHERE o.id = tenant) THEN
    RETURN NULL;
  END IF;
  PERFORM public.record_audit(
    tenant, event, 'application', coalesce(NEW.id, OLD.id)::text,
    jsonb_build_object('status', OLD.status),
    CASE WHEN TG_OP <> 'DELETE' THEN jsonb_build_object('status', NEW.status) END,
    of_outsider => event <> 'application.moved');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_user_is_leaving() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM set_config('audit.chains', concat_ws(',',
    nullif(current_setting('audit.chains', true), ''),
    (SELECT string_agg(organization_id, ',') FROM (
      SELECT organization_id FROM public.member WHERE user_id = OLD.id
      UNION SELECT organization_id FROM public.invitation
        WHERE inviter_id = OLD.id OR email = OLD.email) touched)), true);
  RETURN OLD;
END $$;
--> statement-breakpoint
-- For a table whose rows go with a person and are recorded in the chain of an organisation: it is locked
-- in the one order too. The cascade reaches the rows before the end of the transaction, which records.
CREATE FUNCTION audit_row_is_leaving() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  chains text := coalesce(current_setting('audit.chains', true), '');
BEGIN
  IF NOT OLD.organization_id = ANY (string_to_array(chains, ',')) THEN
    PERFORM set_config('audit.chains', concat_ws(',', nullif(chains, ''), OLD.organization_id), true);
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO app_audit;
--> statement-breakpoint
ALTER FUNCTION record_audit(text, text, text, text, jsonb, jsonb, text, boolean) OWNER TO app_audit;
--> statement-breakpoint
ALTER FUNCTION audit_row_is_leaving() OWNER TO app_audit;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM app_audit;
--> statement-breakpoint
REVOKE ALL ON FUNCTION record_audit(text, text, text, text, jsonb, jsonb, text, boolean) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_audit(text, text, text, text, jsonb, jsonb, text, boolean) TO app_system;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit_row_is_leaving() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER audit_leaving BEFORE DELETE ON "application"
FOR EACH ROW EXECUTE FUNCTION audit_row_is_leaving();
