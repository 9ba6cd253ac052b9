CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rate_limit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "rate_limit_ends_at_index" ON "rate_limit" USING btree ("ends_at");--> statement-breakpoint
CREATE POLICY "rate_limit_system" ON "rate_limit" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);