CREATE TABLE "lease" (
	"key" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lease" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "lease_system" ON "lease" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);