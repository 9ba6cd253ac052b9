-- The trail of an organisation is read by those who run it, and from where its candidates and those
-- whom it invited come is no business of theirs.
CREATE OR REPLACE FUNCTION record_audit(
  organization_id text, action text, subject_type text, subject_id text,
  before jsonb DEFAULT NULL, after jsonb DEFAULT NULL, actor text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  is_of_outsider boolean :=
    $2 IN ('application.withdrawn', 'application.deleted', 'invitation.declined');
BEGIN
  INSERT INTO public.audit_event (
    organization_id, action, subject_type, subject_id, before, after,
    actor_id, impersonator_id, address, user_agent, reason)
  VALUES (
    $1, $2, $3, $4, $5, $6,
    coalesce(public.audit_actor_id(), $7),
    nullif(current_setting('request.impersonator_id', true), ''),
    CASE WHEN NOT is_of_outsider THEN left(nullif(current_setting('request.address', true), ''), 64) END,
    CASE WHEN NOT is_of_outsider THEN left(nullif(current_setting('request.user_agent', true), ''), 300) END,
    left(nullif(current_setting('request.reason', true), ''), 200));
  -- Otherwise a chain could vanish as a whole. Organisations first, the site last, in every
  -- transaction: two that need the same chains wait for each other in the same order.
  IF $1 IS NOT NULL AND (SELECT c.sequence FROM public.audit_chain c WHERE c.chain = $1) = 1 THEN
    PERFORM public.record_audit(NULL, 'audit.chain_started', 'organization', $1);
  END IF;
END $$;
