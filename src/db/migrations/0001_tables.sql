CREATE TABLE "application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"job_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"file_id" uuid NOT NULL,
	"review_id" uuid,
	"candidate_name" text NOT NULL,
	"candidate_email" text NOT NULL,
	"cover_note" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "application_organization_id_id" UNIQUE("organization_id","id"),
	CONSTRAINT "application_once_per_job" UNIQUE("organization_id","job_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "application" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"actor_id" text,
	"from_status" text,
	"to_status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stripe_event" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "stripe_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" text PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"reference_id" text NOT NULL,
	"stripe_customer_id" text,
	"stripe_subscription_id" text,
	"stripe_schedule_id" text,
	"status" text DEFAULT 'incomplete' NOT NULL,
	"period_start" timestamp with time zone,
	"period_end" timestamp with time zone,
	"trial_start" timestamp with time zone,
	"trial_end" timestamp with time zone,
	"cancel_at_period_end" boolean DEFAULT false,
	"cancel_at" timestamp with time zone,
	"canceled_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"seats" integer,
	"billing_interval" text
);
--> statement-breakpoint
ALTER TABLE "subscription" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"job_id" uuid NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"active_reply_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_user_id_id" UNIQUE("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "chat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"chat_id" uuid NOT NULL,
	"role" text NOT NULL,
	"content" text NOT NULL,
	"status" text DEFAULT 'complete' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chat_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cv_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"file_id" uuid NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"failure" text,
	"locale" text NOT NULL,
	"score" integer,
	"headline" text,
	"summary" text,
	"strengths" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"gaps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"years_of_experience" integer,
	"missing_sections" text[] DEFAULT '{}' NOT NULL,
	"model" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "cv_review_user_id_id" UNIQUE("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "cv_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"storage_key" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text,
	"status" text DEFAULT 'permitted' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "file_storageKey_unique" UNIQUE("storage_key"),
	CONSTRAINT "file_user_id_id" UNIQUE("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	"active_organization_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"role" text DEFAULT 'user' NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"stripe_customer_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"location" text NOT NULL,
	"country" text NOT NULL,
	"workplace" text NOT NULL,
	"employment_type" text NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"salary_min" integer,
	"salary_max" integer,
	"salary_currency" text DEFAULT 'EUR' NOT NULL,
	"salary_period" text DEFAULT 'year' NOT NULL,
	"published_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', skills_text(skills) || ' ' || department), 'B') || setweight(to_tsvector('simple', location || ' ' || summary), 'C') || setweight(to_tsvector('simple', description), 'D')) STORED NOT NULL,
	CONSTRAINT "job_slug_unique" UNIQUE("slug"),
	CONSTRAINT "job_organization_id_id" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "job" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "model_call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text,
	"purpose" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint,
	"duration_ms" integer NOT NULL,
	"outcome" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "model_call" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"inviter_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_organizationId_userId_unique" UNIQUE("organization_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"stripe_customer_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "organization" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization_profile" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"website" text,
	"location" text,
	"industry" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organization_profile" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_job_of_tenant" FOREIGN KEY ("organization_id","job_id") REFERENCES "public"."job"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_own_file" FOREIGN KEY ("user_id","file_id") REFERENCES "public"."file"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_own_review" FOREIGN KEY ("user_id","review_id") REFERENCES "public"."cv_review"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_actor_id_user_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_of_tenant" FOREIGN KEY ("organization_id","application_id") REFERENCES "public"."application"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat" ADD CONSTRAINT "chat_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat" ADD CONSTRAINT "chat_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_message" ADD CONSTRAINT "chat_message_own_chat" FOREIGN KEY ("user_id","chat_id") REFERENCES "public"."chat"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_review" ADD CONSTRAINT "cv_review_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_review" ADD CONSTRAINT "cv_review_own_file" FOREIGN KEY ("user_id","file_id") REFERENCES "public"."file"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_user_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_profile" ADD CONSTRAINT "organization_profile_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_organization_id_job_id_status_created_at_index" ON "application" USING btree ("organization_id","job_id","status","created_at");--> statement-breakpoint
CREATE INDEX "application_user_id_created_at_index" ON "application" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "application_event_organization_id_application_id_created_at_index" ON "application_event" USING btree ("organization_id","application_id","created_at");--> statement-breakpoint
CREATE INDEX "stripe_event_received_at_index" ON "stripe_event" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "subscription_reference_id_index" ON "subscription" USING btree ("reference_id");--> statement-breakpoint
CREATE INDEX "subscription_stripe_subscription_id_index" ON "subscription" USING btree ("stripe_subscription_id");--> statement-breakpoint
CREATE INDEX "subscription_stripe_customer_id_index" ON "subscription" USING btree ("stripe_customer_id");--> statement-breakpoint
CREATE INDEX "chat_user_id_job_id_updated_at_index" ON "chat" USING btree ("user_id","job_id","updated_at");--> statement-breakpoint
CREATE INDEX "chat_message_user_id_chat_id_created_at_index" ON "chat_message" USING btree ("user_id","chat_id","created_at");--> statement-breakpoint
CREATE INDEX "cv_review_user_id_created_at_index" ON "cv_review" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "file_user_id_created_at_index" ON "file" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "account_user_id_index" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user_id_index" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "user_created_at_index" ON "user" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "verification_identifier_index" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "job_organization_id_status_created_at_index" ON "job" USING btree ("organization_id","status","created_at");--> statement-breakpoint
CREATE INDEX "job_public" ON "job" USING btree ("published_at" DESC NULLS LAST) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "job_search" ON "job" USING gin ("search");--> statement-breakpoint
CREATE INDEX "model_call_user_id_created_at_index" ON "model_call" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "invitation_organization_id_email_index" ON "invitation" USING btree ("organization_id","email");--> statement-breakpoint
CREATE INDEX "invitation_email_index" ON "invitation" USING btree ("email");--> statement-breakpoint
CREATE INDEX "member_user_id_index" ON "member" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "application_system" ON "application" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_candidate_or_member" ON "application" AS PERMISSIVE FOR SELECT TO "app_user" USING ("application"."user_id" = (select current_user_id()) or "application"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "application_candidate_applies" ON "application" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("application"."user_id" = (select current_user_id()) and "application"."status" = 'new' and "application"."job_id" in (select j.id from job j where j.status = 'published'));--> statement-breakpoint
CREATE POLICY "application_member_moves" ON "application" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("application"."organization_id" = (select current_organization_id())) WITH CHECK ("application"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "application_candidate_withdraws" ON "application" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("application"."user_id" = (select current_user_id())) WITH CHECK ("application"."user_id" = (select current_user_id()) and "application"."status" = 'withdrawn');--> statement-breakpoint
CREATE POLICY "application_event_system" ON "application_event" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_event_candidate_or_member" ON "application_event" AS PERMISSIVE FOR SELECT TO "app_user" USING ("application_event"."organization_id" = (select current_organization_id()) or "application_event"."application_id" in (select a.id from application a where a.user_id = (select current_user_id())));--> statement-breakpoint
CREATE POLICY "application_event_actor_adds" ON "application_event" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("application_event"."actor_id" = (select current_user_id()) and ("application_event"."organization_id" = (select current_organization_id()) or "application_event"."application_id" in (select a.id from application a where a.user_id = (select current_user_id()))));--> statement-breakpoint
CREATE POLICY "stripe_event_system" ON "stripe_event" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "subscription_system" ON "subscription" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "subscription_payer" ON "subscription" AS PERMISSIVE FOR SELECT TO "app_user" USING ("subscription"."reference_id" = (select current_user_id()) or "subscription"."reference_id" = (select current_organization_id('owner', 'admin')));--> statement-breakpoint
CREATE POLICY "chat_system" ON "chat" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "chat_owner" ON "chat" AS PERMISSIVE FOR SELECT TO "app_user" USING ("chat"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "chat_owner_adds" ON "chat" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("chat"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "chat_owner_changes" ON "chat" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("chat"."user_id" = (select current_user_id())) WITH CHECK ("chat"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "chat_owner_deletes" ON "chat" AS PERMISSIVE FOR DELETE TO "app_user" USING ("chat"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "chat_message_system" ON "chat_message" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "chat_message_owner" ON "chat_message" AS PERMISSIVE FOR SELECT TO "app_user" USING ("chat_message"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "chat_message_owner_adds" ON "chat_message" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("chat_message"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "chat_message_owner_changes" ON "chat_message" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("chat_message"."user_id" = (select current_user_id())) WITH CHECK ("chat_message"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "chat_message_owner_deletes" ON "chat_message" AS PERMISSIVE FOR DELETE TO "app_user" USING ("chat_message"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "cv_review_system" ON "cv_review" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "cv_review_owner_or_recruiter" ON "cv_review" AS PERMISSIVE FOR SELECT TO "app_user" USING ("cv_review"."user_id" = (select current_user_id()) or "cv_review"."id" in (select a.review_id from application a where a.organization_id = (select current_organization_id())));--> statement-breakpoint
CREATE POLICY "cv_review_owner_adds" ON "cv_review" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("cv_review"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "cv_review_owner_changes" ON "cv_review" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("cv_review"."user_id" = (select current_user_id())) WITH CHECK ("cv_review"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "cv_review_owner_deletes" ON "cv_review" AS PERMISSIVE FOR DELETE TO "app_user" USING ("cv_review"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "file_system" ON "file" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "file_owner_or_recruiter" ON "file" AS PERMISSIVE FOR SELECT TO "app_user" USING ("file"."user_id" = (select current_user_id()) or "file"."id" in (select a.file_id from application a where a.organization_id = (select current_organization_id())));--> statement-breakpoint
CREATE POLICY "file_owner_adds" ON "file" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("file"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "file_owner_confirms" ON "file" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("file"."user_id" = (select current_user_id())) WITH CHECK ("file"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "file_owner_deletes" ON "file" AS PERMISSIVE FOR DELETE TO "app_user" USING ("file"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "account_system" ON "account" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_system" ON "session" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "user_system" ON "user" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "user_self_and_colleagues" ON "user" AS PERMISSIVE FOR SELECT TO "app_user" USING ("user"."id" = (select current_user_id()) or "user"."id" in (select m.user_id from member m where m.organization_id = (select current_organization_id())));--> statement-breakpoint
CREATE POLICY "verification_system" ON "verification" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "job_system" ON "job" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "job_public_or_member" ON "job" AS PERMISSIVE FOR SELECT TO "app_user" USING ("job"."status" = 'published' or "job"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "job_member_adds" ON "job" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("job"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "job_member_changes" ON "job" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("job"."organization_id" = (select current_organization_id())) WITH CHECK ("job"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "job_manager_deletes" ON "job" AS PERMISSIVE FOR DELETE TO "app_user" USING ("job"."organization_id" = (select current_organization_id('owner', 'admin')));--> statement-breakpoint
CREATE POLICY "model_call_system" ON "model_call" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "model_call_owner" ON "model_call" AS PERMISSIVE FOR SELECT TO "app_user" USING ("model_call"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "model_call_owner_adds" ON "model_call" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("model_call"."user_id" = (select current_user_id()));--> statement-breakpoint
CREATE POLICY "invitation_system" ON "invitation" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitation_managers" ON "invitation" AS PERMISSIVE FOR SELECT TO "app_user" USING ("invitation"."organization_id" = (select current_organization_id('owner', 'admin')));--> statement-breakpoint
CREATE POLICY "member_system" ON "member" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "member_self_and_colleagues" ON "member" AS PERMISSIVE FOR SELECT TO "app_user" USING ("member"."user_id" = (select current_user_id()) or "member"."organization_id" = (select current_organization_id()));--> statement-breakpoint
CREATE POLICY "organization_system" ON "organization" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organization_member_or_hiring" ON "organization" AS PERMISSIVE FOR SELECT TO "app_user" USING ("organization"."id" in (select m.organization_id from member m where m.user_id = (select current_user_id())) or "organization"."id" in (select j.organization_id from job j where j.status = 'published'));--> statement-breakpoint
CREATE POLICY "organization_profile_system" ON "organization_profile" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organization_profile_member_or_hiring" ON "organization_profile" AS PERMISSIVE FOR SELECT TO "app_user" USING ("organization_profile"."organization_id" = (select current_organization_id()) or "organization_profile"."organization_id" in (select j.organization_id from job j where j.status = 'published'));--> statement-breakpoint
CREATE POLICY "organization_profile_managers_add" ON "organization_profile" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("organization_profile"."organization_id" = (select current_organization_id('owner', 'admin')));--> statement-breakpoint
CREATE POLICY "organization_profile_managers_change" ON "organization_profile" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("organization_profile"."organization_id" = (select current_organization_id('owner', 'admin'))) WITH CHECK ("organization_profile"."organization_id" = (select current_organization_id('owner', 'admin')));