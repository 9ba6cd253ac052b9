CREATE TABLE "application_notice" (
	"organization_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"to_status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mail_id" uuid,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "application_notice_pk" PRIMARY KEY("user_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "application_notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "application_notice" ADD CONSTRAINT "application_notice_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_notice" ADD CONSTRAINT "application_notice_of_tenant" FOREIGN KEY ("organization_id","application_id") REFERENCES "public"."application"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_notice_told" ON "application_notice" USING btree ("organization_id","application_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "application_notice_waiting" ON "application_notice" USING btree ("organization_id","user_id","mailed_at");--> statement-breakpoint
CREATE POLICY "application_notice_system" ON "application_notice" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
-- Until now each such step was mailed at once. The owner of the tables obeys the policies otherwise.
ALTER TABLE "application" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "application_event" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO "application_notice"
  ("organization_id", "application_id", "event_id", "user_id", "to_status", "created_at", "mail_id", "mailed_at")
SELECT e."organization_id", e."application_id", e."id", a."user_id", e."to_status", e."created_at", e."id", e."created_at"
FROM "application_event" e JOIN "application" a ON a."id" = e."application_id"
WHERE e."to_status" IN ('interview', 'offer', 'rejected');
--> statement-breakpoint
ALTER TABLE "application" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "application_event" FORCE ROW LEVEL SECURITY;
