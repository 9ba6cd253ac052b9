-- An event holds its payer's name, address and card, which outlived the account.
ALTER TABLE "stripe_event" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "stripe_event" SET "payload" = jsonb_build_object('id', "payload"->'id', 'object', "payload"->'object');
--> statement-breakpoint
ALTER TABLE "stripe_event" FORCE ROW LEVEL SECURITY;
