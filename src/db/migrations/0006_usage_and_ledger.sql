CREATE TABLE "usage_counter" (
	"subject" text NOT NULL,
	"metric" text NOT NULL,
	"used" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_counter_subject_metric_pk" PRIMARY KEY("subject","metric")
);
--> statement-breakpoint
ALTER TABLE "usage_counter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "model_call" ADD COLUMN "visitor_id" text;--> statement-breakpoint
ALTER TABLE "model_call" ADD COLUMN "organization_id" text;--> statement-breakpoint
ALTER TABLE "model_call" ADD COLUMN "estimated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "usage_counter_ends_at_index" ON "usage_counter" USING btree ("ends_at");--> statement-breakpoint
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_call_organization_id_created_at_index" ON "model_call" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "model_call_visitor_id_created_at_index" ON "model_call" USING btree ("visitor_id","created_at");--> statement-breakpoint
CREATE INDEX "model_call_created_at_index" ON "model_call" USING btree ("created_at");--> statement-breakpoint
DROP POLICY "model_call_owner_adds" ON "model_call" CASCADE;--> statement-breakpoint
CREATE POLICY "usage_counter_system" ON "usage_counter" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);