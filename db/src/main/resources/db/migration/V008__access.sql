-- People and access: second factors, sessions' devices, links by e-mail, throttles, invitations, API keys.

-- Two more roles that own nothing and bypass nothing; see V001.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY ['inlet_support', 'inlet_eraser'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT', role_name);
        EXECUTE format('COMMENT ON ROLE %I IS %L', role_name,
                       CASE role_name WHEN 'inlet_support' THEN 'Inlet''s support console: reads all organizations, no payload, no credential'
                         ELSE 'Inlet, deleting one organization''s rows' END);
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

ALTER TABLE users
  ADD COLUMN totp_secret_ciphertext bytea,
  ADD COLUMN totp_enabled_at        timestamptz,
  ADD COLUMN totp_last_step         bigint;
COMMENT ON COLUMN users.totp_secret_ciphertext IS 'set before totp_enabled_at is: the second factor counts once its first code was shown to be right';
COMMENT ON COLUMN users.totp_last_step IS 'the time step of the last code that was taken: none is taken twice';

CREATE TABLE recovery_codes (
  user_id   uuid  NOT NULL,
  code_hash bytea NOT NULL,
  used_at   timestamptz,
  CONSTRAINT pk_recovery_codes PRIMARY KEY (user_id, code_hash),
  CONSTRAINT fk_recovery_codes_user FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

ALTER TABLE sessions
  ADD COLUMN device           text        NOT NULL DEFAULT '',
  ADD COLUMN source_address   text        NOT NULL DEFAULT '',
  ADD COLUMN last_used_at     timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN second_factor_at timestamptz;
COMMENT ON COLUMN sessions.device IS 'the User-Agent that signed in, as it said';
COMMENT ON COLUMN sessions.last_used_at IS 'told by each refresh, hence to some minutes';

-- What a link in an e-mail stands for. Its secret is good once.
CREATE TABLE account_links (
  link_id     uuid        NOT NULL,
  user_id     uuid        NOT NULL,
  purpose     text        NOT NULL,
  secret_hash bytea       NOT NULL,
  email       text,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  CONSTRAINT pk_account_links PRIMARY KEY (link_id),
  CONSTRAINT fk_account_links_user FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
  CONSTRAINT ck_account_links_purpose CHECK (purpose IN ('SET_PASSWORD', 'CHANGE_EMAIL'))
);
CREATE INDEX ix_account_links_user ON account_links (user_id);
CREATE INDEX ix_account_links_expires ON account_links (expires_at);
COMMENT ON COLUMN account_links.email IS 'the address that the link proves and the user is to have';

-- How often somebody tried something that must not be guessed; the subject is a hash.
CREATE TABLE throttles (
  subject       text        NOT NULL,
  attempts      integer     NOT NULL,
  attempted_at  timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL,
  CONSTRAINT pk_throttles PRIMARY KEY (subject)
);
CREATE INDEX ix_throttles_attempted ON throttles (attempted_at);

-- E-mails not sent yet, encrypted: they hold links that open accounts.
CREATE TABLE mails (
  mail_id            uuid        NOT NULL,
  message_ciphertext bytea       NOT NULL,
  created_at         timestamptz NOT NULL,
  due_at             timestamptz NOT NULL,
  attempts           integer     NOT NULL DEFAULT 0,
  CONSTRAINT pk_mails PRIMARY KEY (mail_id)
);
CREATE INDEX ix_mails_due ON mails (due_at);

ALTER TABLE organizations ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false;

ALTER TABLE organization_slugs
  ADD COLUMN closed_at timestamptz,
  ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN organization_slugs.closed_at IS 'the organization was deleted; the slug stays reserved';
COMMENT ON COLUMN organization_slugs.erased_at IS 'the last of its deliveries and audit events is gone';

CREATE TABLE invitations (
  organization_id   uuid        NOT NULL,
  invitation_id     uuid        NOT NULL,
  email             text        NOT NULL,
  role              text        NOT NULL,
  secret_ciphertext bytea       NOT NULL,
  invited_by        text        NOT NULL,
  invited_by_id     uuid        NOT NULL,
  created_at        timestamptz NOT NULL,
  expires_at        timestamptz NOT NULL,
  accepted_at       timestamptz,
  revoked_at        timestamptz,
  CONSTRAINT pk_invitations PRIMARY KEY (organization_id, invitation_id),
  CONSTRAINT fk_invitations_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT ck_invitations_role CHECK (role IN ('OWNER', 'ADMIN', 'EDITOR', 'VIEWER')),
  CONSTRAINT ck_invitations_email CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254)
);
CREATE UNIQUE INDEX uq_invitations_open ON invitations (organization_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

CREATE TABLE api_keys (
  organization_id uuid        NOT NULL,
  api_key_id      uuid        NOT NULL,
  name            text        NOT NULL,
  role            text        NOT NULL,
  secret_hash     bytea       NOT NULL,
  created_by      text        NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz,
  last_used_at    timestamptz,
  revoked_at      timestamptz,
  CONSTRAINT pk_api_keys PRIMARY KEY (organization_id, api_key_id),
  CONSTRAINT fk_api_keys_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT ck_api_keys_name CHECK (length(name) BETWEEN 1 AND 200),
  CONSTRAINT ck_api_keys_role CHECK (role IN ('ADMIN', 'EDITOR', 'VIEWER'))
);

ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON invitations TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON api_keys TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_codes, account_links, throttles, mails TO inlet_app;
-- No DELETE: what was invited and which keys there were stays.
GRANT SELECT, INSERT, UPDATE ON invitations, api_keys TO inlet_app;
