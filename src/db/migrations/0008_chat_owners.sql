-- The owner of a conversation is a person or a visitor; user_id follows from it, so that an account
-- still takes its conversations with it.
ALTER TABLE "chat_message" DROP CONSTRAINT "chat_message_own_chat";--> statement-breakpoint
ALTER TABLE "chat" DROP CONSTRAINT "chat_user_id_user_id_fk";--> statement-breakpoint
DROP INDEX "chat_user_id_job_id_updated_at_index";--> statement-breakpoint
DROP INDEX "chat_message_user_id_chat_id_created_at_index";--> statement-breakpoint
ALTER TABLE "chat" RENAME COLUMN "user_id" TO "owner_id";--> statement-breakpoint
ALTER TABLE "chat" RENAME CONSTRAINT "chat_user_id_id" TO "chat_owner_id_id";--> statement-breakpoint
ALTER TABLE "chat_message" RENAME COLUMN "user_id" TO "owner_id";--> statement-breakpoint
ALTER TABLE "chat" ADD COLUMN "user_id" text GENERATED ALWAYS AS (case when owner_id like 'visitor:%' then null else owner_id end) STORED;--> statement-breakpoint
ALTER TABLE "chat" ADD CONSTRAINT "chat_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_message" ADD CONSTRAINT "chat_message_own_chat" FOREIGN KEY ("owner_id","chat_id") REFERENCES "public"."chat"("owner_id","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "chat_owner_id_job_id_updated_at_index" ON "chat" USING btree ("owner_id","job_id","updated_at");--> statement-breakpoint
CREATE INDEX "chat_user_id_index" ON "chat" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "chat_job_id_index" ON "chat" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "chat_message_owner_id_chat_id_id_index" ON "chat_message" USING btree ("owner_id","chat_id","id");--> statement-breakpoint
DROP POLICY "chat_message_owner_changes" ON "chat_message" CASCADE;--> statement-breakpoint
CREATE POLICY "chat_message_owner_continues" ON "chat_message" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("chat_message"."owner_id" = (select current_owner_id()) and "chat_message"."role" = 'assistant') WITH CHECK ("chat_message"."owner_id" = (select current_owner_id()) and "chat_message"."role" = 'assistant' and "chat_message"."status" = 'writing');--> statement-breakpoint
ALTER POLICY "chat_owner" ON "chat" TO app_user USING ("chat"."owner_id" = (select current_owner_id()));--> statement-breakpoint
ALTER POLICY "chat_owner_adds" ON "chat" TO app_user WITH CHECK ("chat"."owner_id" = (select current_owner_id()) and "chat"."active_reply_id" is null and "chat"."job_id" in (select j.id from job j where j.status = 'published'));--> statement-breakpoint
ALTER POLICY "chat_owner_changes" ON "chat" TO app_user USING ("chat"."owner_id" = (select current_owner_id())) WITH CHECK ("chat"."owner_id" = (select current_owner_id()));--> statement-breakpoint
ALTER POLICY "chat_owner_deletes" ON "chat" TO app_user USING ("chat"."owner_id" = (select current_owner_id()));--> statement-breakpoint
ALTER POLICY "chat_message_owner" ON "chat_message" TO app_user USING ("chat_message"."owner_id" = (select current_owner_id()));--> statement-breakpoint
ALTER POLICY "chat_message_owner_adds" ON "chat_message" TO app_user WITH CHECK ("chat_message"."owner_id" = (select current_owner_id()) and ("chat_message"."role" = 'user' and "chat_message"."status" = 'complete' or "chat_message"."role" = 'assistant' and "chat_message"."status" = 'writing' and "chat_message"."content" = ''));--> statement-breakpoint
ALTER POLICY "chat_message_owner_deletes" ON "chat_message" TO app_user USING ("chat_message"."owner_id" = (select current_owner_id()));
