-- Others see of an account who it is, and neither its role nor why it is suspended.
REVOKE SELECT ON "user" FROM app_user;
GRANT SELECT (id, name, email, email_verified, image, locale, created_at) ON "user" TO app_user;
