-- The owner of a garden plot and the moment of its creation never change.
REVOKE UPDATE ON "garden_plot" FROM app_user;
GRANT UPDATE (<fields quoted-grants>, updated_at) ON "garden_plot" TO app_user;
