-- Owns the functions that write the audit trail, and nobody works under it. See create-logins.sh for
-- an owner of the tables who may not create roles.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_audit') THEN
    CREATE ROLE app_audit NOLOGIN NOBYPASSRLS;
  END IF;
  EXECUTE format('GRANT app_audit TO %I', current_user);
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO app_audit;
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"chain" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" text,
	"sequence" bigint NOT NULL,
	"actor_id" text,
	"impersonator_id" text,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"address" text,
	"user_agent" text,
	"reason" text,
	"before" jsonb,
	"after" jsonb,
	"occurred_at" timestamp with time zone NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_event_chain" UNIQUE NULLS NOT DISTINCT("organization_id","sequence"),
	CONSTRAINT "audit_event_action" CHECK ("action" in ('organization.created', 'organization.changed', 'organization.deleted', 'invitation.sent', 'invitation.accepted', 'invitation.declined', 'invitation.cancelled', 'member.added', 'member.role_changed', 'member.removed', 'member.left', 'job.created', 'job.published', 'job.unpublished', 'job.closed', 'job.deleted', 'application.moved', 'application.withdrawn', 'application.deleted', 'application.cv_read', 'subscription.started', 'subscription.changed', 'subscription.cancelled', 'subscription.restored', 'subscription.ended', 'account.created', 'account.email_confirmed', 'account.email_changed', 'account.password_changed', 'account.password_reset', 'account.deleted', 'session.started', 'session.ended', 'user.role_changed', 'user.suspended', 'user.restored', 'impersonation.started', 'impersonation.ended', 'audit.chain_started', 'audit.exported'))
);
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "audit_event_trail" ON "audit_event" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("organization_id","actor_id","id");--> statement-breakpoint
CREATE POLICY "audit_chain_system" ON "audit_chain" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "audit_chain_seen" ON "audit_chain" AS PERMISSIVE FOR SELECT TO "app_audit" USING (true);--> statement-breakpoint
CREATE POLICY "audit_chain_begins" ON "audit_chain" AS PERMISSIVE FOR INSERT TO "app_audit" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_chain_grows" ON "audit_chain" AS PERMISSIVE FOR UPDATE TO "app_audit" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_event_managers" ON "audit_event" AS PERMISSIVE FOR SELECT TO "app_user" USING ("audit_event"."organization_id" = (select current_organization_id('owner', 'admin')));--> statement-breakpoint
CREATE POLICY "audit_event_system" ON "audit_event" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "audit_event_appended" ON "audit_event" AS PERMISSIVE FOR INSERT TO "app_audit" WITH CHECK (true);
--> statement-breakpoint
-- A UUIDv7 whose bits after the millisecond come from the place in the chain: in the order of the ids
-- a chain is in its own order.
CREATE FUNCTION audit_event_id(at timestamptz, sequence bigint) RETURNS uuid
LANGUAGE sql VOLATILE PARALLEL SAFE
AS $$
  SELECT encode(
    substring(int8send(floor(extract(epoch FROM at) * 1000)::bigint) FROM 3)
      || substring(int4send((28672 + sequence % 4096)::int) FROM 3)
      || substring(uuid_send(gen_random_uuid()) FROM 9), 'hex')::uuid
$$;
--> statement-breakpoint
-- One field of what is hashed: its length in bytes before it, so that no two rows read the same.
CREATE FUNCTION audit_field(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || ',' $$;
--> statement-breakpoint
-- features/audit/audit-hash.ts says the same in TypeScript, for a check that trusts nothing in here.
CREATE FUNCTION audit_event_hash(e audit_event) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT sha256(e.previous_hash || convert_to(
    audit_field(e.organization_id) || audit_field(e.sequence::text) || audit_field(e.id::text)
    || audit_field((extract(epoch FROM e.occurred_at) * 1000000)::bigint::text)
    || audit_field(e.actor_id) || audit_field(e.impersonator_id) || audit_field(e.action)
    || audit_field(e.subject_type) || audit_field(e.subject_id)
    || audit_field(e.address) || audit_field(e.user_agent) || audit_field(e.reason)
    || audit_field(e.before::text) || audit_field(e.after::text), 'UTF8'))
$$;
--> statement-breakpoint
-- Whatever was given: the place in the chain, the moment and the hash are made here. The row of
-- audit_chain is locked until the end of the transaction, so that a chain grows one event at a time.
CREATE FUNCTION audit_event_joins_its_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  head record;
BEGIN
  INSERT INTO public.audit_chain AS c (chain, sequence, hash)
  VALUES (coalesce(NEW.organization_id, 'site'), 1, decode(repeat('00', 32), 'hex'))
  ON CONFLICT (chain) DO UPDATE SET sequence = c.sequence + 1
  RETURNING c.chain, c.sequence, c.hash INTO head;
  NEW.sequence := head.sequence;
  NEW.previous_hash := head.hash;
  NEW.occurred_at := clock_timestamp();
  NEW.id := public.audit_event_id(NEW.occurred_at, NEW.sequence);
  NEW.hash := public.audit_event_hash(NEW);
  UPDATE public.audit_chain SET hash = NEW.hash WHERE chain = head.chain;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_event_joins_its_chain BEFORE INSERT ON "audit_event"
FOR EACH ROW EXECUTE FUNCTION audit_event_joins_its_chain();
--> statement-breakpoint
-- No role has the right; this is for the owner of the tables and whoever could give it to themselves.
CREATE FUNCTION audit_is_only_added_to() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
--> statement-breakpoint
CREATE TRIGGER audit_chain_stays BEFORE DELETE OR TRUNCATE ON "audit_chain"
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
--> statement-breakpoint
-- The person in whose name this transaction works: of asUser(), or of the request that the system
-- works for.
CREATE FUNCTION audit_actor_id() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT coalesce(
    nullif(current_setting('request.user_id', true), ''),
    nullif(current_setting('request.actor_id', true), ''))
$$;
--> statement-breakpoint
-- The only writer. `actor` is for what the request does not know yet, as who signs in.
CREATE FUNCTION record_audit(
  organization_id text, action text, subject_type text, subject_id text,
  before jsonb DEFAULT NULL, after jsonb DEFAULT NULL, actor text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  INSERT INTO public.audit_event (
    organization_id, action, subject_type, subject_id, before, after,
    actor_id, impersonator_id, address, user_agent, reason)
  VALUES (
    $1, $2, $3, $4, $5, $6,
    coalesce(public.audit_actor_id(), $7),
    nullif(current_setting('request.impersonator_id', true), ''),
    left(nullif(current_setting('request.address', true), ''), 64),
    left(nullif(current_setting('request.user_agent', true), ''), 300),
    left(nullif(current_setting('request.reason', true), ''), 200));
  -- Otherwise a chain could vanish as a whole. Organisations first, the site last, in every
  -- transaction: two that need the same chains wait for each other in the same order.
  IF $1 IS NOT NULL AND (SELECT c.sequence FROM public.audit_chain c WHERE c.chain = $1) = 1 THEN
    PERFORM public.record_audit(NULL, 'audit.chain_started', 'organization', $1);
  END IF;
END $$;
--> statement-breakpoint
-- The triggers of the audited tables. They run at the end of the transaction, so that a chain is the
-- last thing that it locks, and what follows from a deletion knows that the whole is gone. They work
-- for app_system, who sees every row.
CREATE FUNCTION audit_organization() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN jsonb_build_object('name', OLD.name, 'slug', OLD.slug) END;
  is_now jsonb := CASE WHEN TG_OP <> 'DELETE' THEN jsonb_build_object('name', NEW.name, 'slug', NEW.slug) END;
BEGIN
  PERFORM public.record_audit(
    coalesce(NEW.id, OLD.id),
    CASE TG_OP WHEN 'INSERT' THEN 'organization.created' WHEN 'UPDATE' THEN 'organization.changed'
               ELSE 'organization.deleted' END,
    'organization', coalesce(NEW.id, OLD.id), was, is_now);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  tenant text := coalesce(NEW.organization_id, OLD.organization_id);
  person text := coalesce(NEW.user_id, OLD.user_id);
BEGIN
  IF NOT EXISTS (SELECT FROM public.organization o WHERE o.id = tenant) THEN
    RETURN NULL;
  END IF;
  PERFORM public.record_audit(
    tenant,
    CASE WHEN TG_OP = 'INSERT' THEN 'member.added' WHEN TG_OP = 'UPDATE' THEN 'member.role_changed'
         WHEN person = public.audit_actor_id() THEN 'member.left' ELSE 'member.removed' END,
    'user', person,
    CASE WHEN TG_OP <> 'INSERT' THEN jsonb_build_object('role', OLD.role) END,
    CASE WHEN TG_OP <> 'DELETE' THEN jsonb_build_object('role', NEW.role) END);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_invitation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
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
    jsonb_build_object('role', coalesce(NEW.role, OLD.role)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_job() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  tenant text := coalesce(NEW.organization_id, OLD.organization_id);
BEGIN
  IF NOT EXISTS (SELECT FROM public.organization o WHERE o.id = tenant) THEN
    RETURN NULL;
  END IF;
  PERFORM public.record_audit(
    tenant,
    CASE WHEN TG_OP = 'INSERT' THEN 'job.created' WHEN TG_OP = 'DELETE' THEN 'job.deleted'
         WHEN NEW.status = 'published' THEN 'job.published'
         WHEN NEW.status = 'closed' THEN 'job.closed' ELSE 'job.unpublished' END,
    'job', coalesce(NEW.id, OLD.id)::text,
    CASE WHEN TG_OP <> 'INSERT' THEN jsonb_build_object('title', OLD.title, 'status', OLD.status) END,
    CASE WHEN TG_OP <> 'DELETE' THEN jsonb_build_object('title', NEW.title, 'status', NEW.status) END);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_application() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  tenant text := coalesce(NEW.organization_id, OLD.organization_id);
BEGIN
  IF NOT EXISTS (SELECT FROM public.organization o WHERE o.id = tenant) THEN
    RETURN NULL;
  END IF;
  PERFORM public.record_audit(
    tenant,
    CASE WHEN TG_OP = 'DELETE' THEN 'application.deleted'
         WHEN NEW.status = 'withdrawn' THEN 'application.withdrawn' ELSE 'application.moved' END,
    'application', coalesce(NEW.id, OLD.id)::text,
    jsonb_build_object('status', OLD.status),
    CASE WHEN TG_OP <> 'DELETE' THEN jsonb_build_object('status', NEW.status) END);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_subscription() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  tenant text := (SELECT o.id FROM public.organization o WHERE o.id = NEW.reference_id);
  was jsonb;
  is_now jsonb := jsonb_build_object(
    'plan', NEW.plan, 'status', NEW.status, 'interval', NEW.billing_interval, 'seats', NEW.seats,
    'cancels', coalesce(NEW.cancel_at_period_end, false) OR NEW.cancel_at IS NOT NULL);
  event text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was := jsonb_build_object(
      'plan', OLD.plan, 'status', OLD.status, 'interval', OLD.billing_interval, 'seats', OLD.seats,
      'cancels', coalesce(OLD.cancel_at_period_end, false) OR OLD.cancel_at IS NOT NULL);
  END IF;
  -- A checkout that was only begun is nothing yet, and one that was left is nothing again.
  IF was = is_now OR NEW.status IN ('incomplete', 'incomplete_expired')
     OR (NEW.status = 'canceled' AND coalesce(was->>'status', 'incomplete') LIKE 'incomplete%') THEN
    RETURN NULL;
  END IF;
  event := CASE
    WHEN NEW.status = 'canceled' THEN 'subscription.ended'
    WHEN coalesce(was->>'status', 'incomplete') LIKE 'incomplete%' THEN 'subscription.started'
    WHEN was->'cancels' = 'false' AND is_now->'cancels' = 'true' THEN 'subscription.cancelled'
    WHEN was->'cancels' = 'true' AND is_now->'cancels' = 'false' THEN 'subscription.restored'
    ELSE 'subscription.changed' END;
  PERFORM public.record_audit(
    tenant, event, CASE WHEN tenant IS NULL THEN 'user' ELSE 'organization' END, NEW.reference_id,
    was, is_now);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_user() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  tenant text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM public.record_audit(NULL, 'account.created', 'user', NEW.id, NULL,
      CASE NEW.role WHEN 'user' THEN NULL ELSE jsonb_build_object('role', NEW.role) END, NEW.id);
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    -- The deletion reaches into several organisations: all of their chains, in one order.
    FOR tenant IN
      SELECT chain FROM string_to_table(current_setting('audit.chains', true), ',') chain ORDER BY 1
    LOOP
      PERFORM public.lock_audit_chain(tenant);
    END LOOP;
    PERFORM public.lock_audit_chain('site');
    PERFORM public.record_audit(NULL, 'account.deleted', 'user', OLD.id);
    RETURN NULL;
  END IF;
  IF NEW.role <> OLD.role THEN
    PERFORM public.record_audit(NULL, 'user.role_changed', 'user', NEW.id,
      jsonb_build_object('role', OLD.role), jsonb_build_object('role', NEW.role));
  END IF;
  IF NEW.banned AND NOT OLD.banned THEN
    PERFORM public.record_audit(NULL, 'user.suspended', 'user', NEW.id, NULL,
      jsonb_build_object('until', to_char(NEW.ban_expires AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')));
  ELSIF OLD.banned AND NOT NEW.banned THEN
    PERFORM public.record_audit(NULL, 'user.restored', 'user', NEW.id);
  END IF;
  IF NEW.email <> OLD.email THEN
    PERFORM public.record_audit(NULL, 'account.email_changed', 'user', NEW.id);
  END IF;
  IF NEW.email_verified AND NOT OLD.email_verified THEN
    PERFORM public.record_audit(NULL, 'account.email_confirmed', 'user', NEW.id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Rows of other tables follow the deletion of a person; afterwards nobody could say in which chains.
CREATE FUNCTION audit_user_is_leaving() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  PERFORM set_config('audit.chains', concat_ws(',',
    nullif(current_setting('audit.chains', true), ''),
    (SELECT string_agg(organization_id, ',') FROM (
      SELECT organization_id FROM public.member WHERE user_id = OLD.id
      UNION SELECT organization_id FROM public.application WHERE user_id = OLD.id
      UNION SELECT organization_id FROM public.invitation
        WHERE inviter_id = OLD.id OR email = OLD.email) touched)), true);
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE FUNCTION lock_audit_chain(chain text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  PERFORM FROM public.audit_chain c WHERE c.chain = $1 FOR UPDATE;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_session() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  person text := coalesce(NEW.user_id, OLD.user_id);
  is_acting boolean := coalesce(NEW.impersonated_by, OLD.impersonated_by) IS NOT NULL;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM public.record_audit(
      NULL, CASE WHEN is_acting THEN 'impersonation.started' ELSE 'session.started' END,
      'user', person, NULL, jsonb_build_object('session', NEW.id),
      coalesce(NEW.impersonated_by, person));
  ELSIF OLD.expires_at > now() AND EXISTS (SELECT FROM public."user" u WHERE u.id = person) THEN
    PERFORM public.record_audit(
      NULL, CASE WHEN is_acting THEN 'impersonation.ended' ELSE 'session.ended' END,
      'user', person, jsonb_build_object('session', OLD.id), NULL, OLD.impersonated_by);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  PERFORM public.record_audit(
    NULL,
    CASE WHEN public.audit_actor_id() IS NULL THEN 'account.password_reset'
         ELSE 'account.password_changed' END,
    'user', NEW.user_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO app_audit, app_system;
--> statement-breakpoint
ALTER FUNCTION audit_event_joins_its_chain() OWNER TO app_audit;
--> statement-breakpoint
ALTER FUNCTION record_audit(text, text, text, text, jsonb, jsonb, text) OWNER TO app_audit;
--> statement-breakpoint
ALTER FUNCTION lock_audit_chain(text) OWNER TO app_audit;
--> statement-breakpoint
ALTER FUNCTION audit_organization() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_member() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_invitation() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_job() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_application() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_subscription() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_user() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_user_is_leaving() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_session() OWNER TO app_system;
--> statement-breakpoint
ALTER FUNCTION audit_account() OWNER TO app_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM app_audit, app_system;
--> statement-breakpoint
REVOKE ALL ON FUNCTION record_audit(text, text, text, text, jsonb, jsonb, text), lock_audit_chain(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_audit(text, text, text, text, jsonb, jsonb, text), lock_audit_chain(text) TO app_system;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_added AFTER INSERT OR DELETE ON "organization"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_organization();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER UPDATE ON "organization"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN ((OLD.name, OLD.slug) IS DISTINCT FROM (NEW.name, NEW.slug)) EXECUTE FUNCTION audit_organization();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_added AFTER INSERT OR DELETE ON "member"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_member();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER UPDATE ON "member"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION audit_member();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_added AFTER INSERT OR DELETE ON "invitation"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_invitation();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER UPDATE ON "invitation"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION audit_invitation();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_added AFTER INSERT OR DELETE ON "job"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_job();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER UPDATE ON "job"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION audit_job();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_removed AFTER DELETE ON "application"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_application();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER UPDATE ON "application"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION audit_application();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER INSERT OR UPDATE ON "subscription"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_subscription();
--> statement-breakpoint
CREATE TRIGGER audit_leaving BEFORE DELETE ON "user"
FOR EACH ROW EXECUTE FUNCTION audit_user_is_leaving();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_added AFTER INSERT OR DELETE ON "user"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_user();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER UPDATE ON "user"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN ((OLD.role, OLD.banned, OLD.email, OLD.email_verified)
      IS DISTINCT FROM (NEW.role, NEW.banned, NEW.email, NEW.email_verified))
EXECUTE FUNCTION audit_user();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_added AFTER INSERT OR DELETE ON "session"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_session();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_changed AFTER UPDATE ON "account"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION audit_account();
