-- A person gives a review up; the worker alone writes what the model said.
REVOKE UPDATE ON "cv_review" FROM app_user;
GRANT UPDATE (status, failure, finished_at) ON "cv_review" TO app_user;
