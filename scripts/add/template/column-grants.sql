-- Whose a garden plot is, and when it was created, stays as it is.
REVOKE UPDATE ON "garden_plot" FROM app_user;
GRANT UPDATE (<fields quoted-grants>, updated_at) ON "garden_plot" TO app_user;
