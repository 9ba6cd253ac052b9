-- Of several open invitations to one address the newest stays. The owner of the tables obeys the
-- policies otherwise, and the trail has to be written before an index can be made.
ALTER TABLE "invitation" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
SELECT set_config('request.reason', 'migration: one open invitation for an address', true);
--> statement-breakpoint
UPDATE "invitation" i SET "status" = 'canceled'
WHERE i."status" = 'pending' AND EXISTS (
  SELECT FROM "invitation" newer
  WHERE newer."organization_id" = i."organization_id" AND lower(newer."email") = lower(i."email")
    AND newer."status" = 'pending' AND (newer."created_at", newer."id") > (i."created_at", i."id"));
--> statement-breakpoint
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;
--> statement-breakpoint
SELECT set_config('request.reason', '', true);
--> statement-breakpoint
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_open" ON "invitation" USING btree ("organization_id",lower("email")) WHERE status = 'pending';
