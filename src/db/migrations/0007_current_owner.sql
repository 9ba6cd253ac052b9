-- Whose conversations these are: the person's, or those of somebody without an account, who is known
-- by the id in their signed cookie; null for everybody else.
CREATE FUNCTION current_owner_id() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT coalesce(
    nullif(current_setting('request.user_id', true), ''),
    'visitor:' || nullif(current_setting('request.visitor_id', true), '')
  )
$$;
