-- An application is moved; what was handed in stays as it is.
REVOKE UPDATE ON "application" FROM app_user;
GRANT UPDATE (status, updated_at) ON "application" TO app_user;
