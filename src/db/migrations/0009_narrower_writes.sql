-- Has the person uploaded this file, and was it checked? With the rights of app_system, because the
-- policies of "file" ask "application" in turn.
CREATE FUNCTION is_own_ready_file(file_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT EXISTS (
    SELECT FROM public.file f
    WHERE f.id = file_id AND f.status = 'ready'
      AND f.user_id = nullif(current_setting('request.user_id', true), '')
  )
$$;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO app_system;--> statement-breakpoint
ALTER FUNCTION is_own_ready_file(uuid) OWNER TO app_system;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM app_system;--> statement-breakpoint
REVOKE ALL ON FUNCTION is_own_ready_file(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION is_own_ready_file(uuid) TO app_user, app_system;--> statement-breakpoint
DROP POLICY "application_event_system" ON "application_event" CASCADE;--> statement-breakpoint
DROP POLICY "cv_review_owner_adds" ON "cv_review" CASCADE;--> statement-breakpoint
DROP POLICY "cv_review_owner_changes" ON "cv_review" CASCADE;--> statement-breakpoint
DROP POLICY "file_owner_adds" ON "file" CASCADE;--> statement-breakpoint
DROP POLICY "file_owner_confirms" ON "file" CASCADE;--> statement-breakpoint
CREATE POLICY "application_event_system_reads" ON "application_event" AS PERMISSIVE FOR SELECT TO "app_system" USING (true);--> statement-breakpoint
CREATE POLICY "application_event_system_adds" ON "application_event" AS PERMISSIVE FOR INSERT TO "app_system" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "cv_review_owner_asks" ON "cv_review" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("cv_review"."user_id" = (select current_user_id()) and "cv_review"."status" = 'running' and "cv_review"."score" is null);--> statement-breakpoint
CREATE POLICY "cv_review_owner_gives_up" ON "cv_review" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("cv_review"."user_id" = (select current_user_id())) WITH CHECK ("cv_review"."user_id" = (select current_user_id()) and "cv_review"."status" = 'failed' and "cv_review"."score" is null);--> statement-breakpoint
CREATE POLICY "file_owner_asks_for_a_place" ON "file" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("file"."user_id" = (select current_user_id()) and "file"."status" = 'permitted' and "file"."storage_key" = 'files/' || "file"."id"::text and "file"."sha256" is null and "file"."confirmed_at" is null);--> statement-breakpoint
ALTER POLICY "application_candidate_applies" ON "application" TO app_user WITH CHECK ("application"."user_id" = (select current_user_id()) and "application"."status" = 'new'
        and "application"."job_id" in (select j.id from job j where j.status = 'published')
        and is_own_ready_file("application"."file_id")
        and "application"."candidate_email" = (select u.email from "user" u where u.id = (select current_user_id())));--> statement-breakpoint
ALTER POLICY "application_member_moves" ON "application" TO app_user USING ("application"."organization_id" = (select current_organization_id())) WITH CHECK ("application"."organization_id" = (select current_organization_id()) and "application"."status" <> 'withdrawn');--> statement-breakpoint
ALTER POLICY "application_event_actor_adds" ON "application_event" TO app_user WITH CHECK ("application_event"."actor_id" = (select current_user_id())
        and ("application_event"."organization_id" = (select current_organization_id()) or ("application_event"."to_status" in ('new', 'withdrawn') and "application_event"."application_id" in (select a.id from application a where a.user_id = (select current_user_id()))))
        and ("application_event"."application_id", "application_event"."to_status") in (select a.id, a.status from application a));--> statement-breakpoint
ALTER POLICY "cv_review_owner_or_recruiter" ON "cv_review" TO app_user USING ("cv_review"."user_id" = (select current_user_id()) or "cv_review"."id" in (select a.review_id from application a where a.organization_id = (select current_organization_id()) and a.status <> 'withdrawn'));--> statement-breakpoint
ALTER POLICY "file_owner_or_recruiter" ON "file" TO app_user USING ("file"."user_id" = (select current_user_id()) or "file"."id" in (select a.file_id from application a where a.organization_id = (select current_organization_id()) and a.status <> 'withdrawn'));--> statement-breakpoint
ALTER POLICY "organization_member_or_hiring" ON "organization" TO app_user USING ("organization"."id" in (select m.organization_id from member m where m.user_id = (select current_user_id())) or exists (select from job j where j.organization_id = "organization"."id" and j.status = 'published'));--> statement-breakpoint
ALTER POLICY "organization_profile_member_or_hiring" ON "organization_profile" TO app_user USING ("organization_profile"."organization_id" = (select current_organization_id()) or exists (select from job j where j.organization_id = "organization_profile"."organization_id" and j.status = 'published'));