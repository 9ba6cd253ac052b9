DROP POLICY "cv_review_handed_in" ON "cv_review";--> statement-breakpoint
CREATE TABLE "handed_in_review" (
	"organization_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"review_id" uuid NOT NULL,
	CONSTRAINT "handed_in_review_pk" PRIMARY KEY("organization_id","application_id")
);
--> statement-breakpoint
ALTER TABLE "handed_in_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- The owner of the tables obeys the policies otherwise, and would find no application to copy from.
ALTER TABLE "application" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "handed_in_review" ("organization_id", "application_id", "user_id", "review_id")
SELECT "organization_id", "id", "user_id", "review_id" FROM "application" WHERE "review_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "application" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "application" DROP CONSTRAINT "application_own_review";--> statement-breakpoint
ALTER TABLE "application" DROP COLUMN "review_id";--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_of_candidate" UNIQUE("organization_id","id","user_id");--> statement-breakpoint
ALTER TABLE "handed_in_review" ADD CONSTRAINT "handed_in_review_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_in_review" ADD CONSTRAINT "handed_in_review_with_own_application" FOREIGN KEY ("organization_id","application_id","user_id") REFERENCES "public"."application"("organization_id","id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_in_review" ADD CONSTRAINT "handed_in_review_of_candidate" FOREIGN KEY ("user_id","review_id") REFERENCES "public"."cv_review"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handed_in_review_user_id_review_id_index" ON "handed_in_review" USING btree ("user_id","review_id");--> statement-breakpoint
CREATE POLICY "handed_in_review_system" ON "handed_in_review" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "handed_in_review_candidate_or_recruiter" ON "handed_in_review" AS PERMISSIVE FOR SELECT TO "app_user" USING ("handed_in_review"."user_id" = (select current_user_id())
        or "handed_in_review"."application_id" in (select a.id from application a where a.organization_id = (select current_organization_id()) and a.status <> 'withdrawn'));--> statement-breakpoint
CREATE POLICY "handed_in_review_candidate_applies" ON "handed_in_review" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("handed_in_review"."application_id" in (select a.id from application a where a.user_id = (select current_user_id()) and a.created_at = now()));--> statement-breakpoint
CREATE POLICY "cv_review_handed_in" ON "cv_review" AS PERMISSIVE FOR SELECT TO "app_user" USING ("cv_review"."id" in (select h.review_id from handed_in_review h where h.organization_id = (select current_organization_id())));
