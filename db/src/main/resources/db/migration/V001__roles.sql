-- Two roles that own nothing and bypass nothing. The user that Inlet connects with owns the tables (it migrates
-- them) and puts on one of these roles for everything else; row-level security is forced, so not even the owner
-- reads past it. Roles belong to the whole server, hence "if not there yet".
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY ['inlet_app', 'inlet_journal'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT', role_name);
        EXECUTE format('COMMENT ON ROLE %I IS %L', role_name,
                       CASE role_name WHEN 'inlet_app' THEN 'Inlet, on behalf of one organization at a time'
                         ELSE 'Inlet''s journal: writes deliveries of all organizations, reads no payload' END);
      END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was faster
    END;
    IF NOT pg_has_role(CURRENT_USER, role_name, 'SET') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH SET TRUE, INHERIT FALSE', role_name);
    END IF;
  END LOOP;
END
$$;

-- The organization a transaction works for; unset means none, and no row.
CREATE FUNCTION current_organization() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('inlet.organization_id', true), '')::uuid;

-- The user a transaction works for, where a user looks across the organizations they belong to.
CREATE FUNCTION current_user_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('inlet.user_id', true), '')::uuid;
