-- The customer at Stripe is nobody's business.
REVOKE SELECT ON "organization" FROM app_user;
GRANT SELECT (id, name, slug, logo, created_at) ON "organization" TO app_user;
