-- A job stays with its organisation, and with its moment.
REVOKE UPDATE ON "job" FROM app_user;
GRANT UPDATE (
  slug, status, title, summary, description, department, location, country, workplace,
  employment_type, skills, salary_min, salary_max, salary_currency, salary_period, published_at,
  closes_at, updated_at
) ON "job" TO app_user;
