CREATE TABLE "job_recruiter" (
	"organization_id" text NOT NULL,
	"job_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_recruiter_pk" PRIMARY KEY("organization_id","job_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "job_recruiter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_preference" (
	"user_id" text PRIMARY KEY NOT NULL,
	"new_applications" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_preference" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_recruiter" ADD CONSTRAINT "job_recruiter_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_recruiter" ADD CONSTRAINT "job_recruiter_job_of_tenant" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."job"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preference" ADD CONSTRAINT "mail_preference_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "job_recruiter_system" ON "job_recruiter" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "job_recruiter_member" ON "job_recruiter" AS PERMISSIVE FOR SELECT TO "app_user" USING ("job_recruiter"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "job_recruiter_member_notes" ON "job_recruiter" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("job_recruiter"."user_id" = (select current_user_id()) and "job_recruiter"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "mail_preference_system" ON "mail_preference" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_preference_own" ON "mail_preference" AS PERMISSIVE FOR SELECT TO "app_user" USING ("mail_preference"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "mail_preference_own_add" ON "mail_preference" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("mail_preference"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "mail_preference_own_change" ON "mail_preference" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("mail_preference"."user_id" = (select current_user_id())) WITH CHECK ("mail_preference"."user_id" = (select current_user_id()));