DROP INDEX "subscription_stripe_subscription_id_index";--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "amount" integer;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "subscription" ADD COLUMN "copied_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_stripeSubscriptionId_unique" UNIQUE("stripe_subscription_id");