ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_action";--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_action" CHECK ("action" ~ '^[a-z_]{1,40}[.][a-z_]{1,40}$');--> statement-breakpoint
DROP POLICY "cv_review_owner_or_recruiter" ON "cv_review" CASCADE;--> statement-breakpoint
DROP POLICY "file_owner_or_recruiter" ON "file" CASCADE;--> statement-breakpoint
DROP POLICY "organization_member_or_hiring" ON "organization" CASCADE;--> statement-breakpoint
DROP POLICY "organization_profile_member_or_hiring" ON "organization_profile" CASCADE;--> statement-breakpoint
CREATE POLICY "cv_review_owner" ON "cv_review" AS PERMISSIVE FOR SELECT TO "app_user" USING ("cv_review"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "cv_review_handed_in" ON "cv_review" AS PERMISSIVE FOR SELECT TO "app_user" USING ("cv_review"."id" in (select a.review_id from application a where a.organization_id = (select current_organization_id()) and a.status <> 'withdrawn'));--> statement-breakpoint
CREATE POLICY "file_owner" ON "file" AS PERMISSIVE FOR SELECT TO "app_user" USING ("file"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "file_handed_in" ON "file" AS PERMISSIVE FOR SELECT TO "app_user" USING ("file"."id" in (select a.file_id from application a where a.organization_id = (select current_organization_id()) and a.status <> 'withdrawn'));--> statement-breakpoint
CREATE POLICY "organization_member" ON "organization" AS PERMISSIVE FOR SELECT TO "app_user" USING ("organization"."id" in (select m.organization_id from member m where m.user_id = (select current_user_id())));--> statement-breakpoint
CREATE POLICY "organization_hiring" ON "organization" AS PERMISSIVE FOR SELECT TO "app_user" USING (exists (select from job j where j.organization_id = "organization"."id" and j.status = 'published'));--> statement-breakpoint
CREATE POLICY "organization_profile_member" ON "organization_profile" AS PERMISSIVE FOR SELECT TO "app_user" USING ("organization_profile"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "organization_profile_hiring" ON "organization_profile" AS PERMISSIVE FOR SELECT TO "app_user" USING (exists (select from job j where j.organization_id = "organization_profile"."organization_id" and j.status = 'published'));