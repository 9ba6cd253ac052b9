ALTER TABLE "cv_review" ADD COLUMN "read_characters" integer;--> statement-breakpoint
ALTER TABLE "cv_review" ADD COLUMN "read_up_to" text;--> statement-breakpoint
ALTER POLICY "cv_review_owner_asks" ON "cv_review" TO app_user WITH CHECK ("cv_review"."user_id" = (select current_user_id()) and "cv_review"."status" = 'running' and "cv_review"."score" is null
        and num_nonnulls("cv_review"."headline", "cv_review"."summary", "cv_review"."years_of_experience", "cv_review"."model", "cv_review"."failure", "cv_review"."finished_at", "cv_review"."read_characters", "cv_review"."read_up_to") = 0
        and "cv_review"."strengths" = '[]' and "cv_review"."gaps" = '[]' and "cv_review"."skills" = '{}' and "cv_review"."missing_sections" = '{}');