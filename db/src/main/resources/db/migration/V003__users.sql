-- Users belong to the installation, not to an organization: look-up tables without row-level security.
CREATE TABLE users (
  user_id       uuid        NOT NULL,
  email         text        NOT NULL,
  name          text        NOT NULL,
  password_hash text        NOT NULL,
  is_support    boolean     NOT NULL DEFAULT false,
  is_disabled   boolean     NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_users PRIMARY KEY (user_id),
  CONSTRAINT ck_users_email CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254)
);
CREATE UNIQUE INDEX uq_users_email ON users (email);

CREATE TABLE sessions (
  session_id          uuid        NOT NULL,
  user_id             uuid        NOT NULL,
  token_hash          bytea       NOT NULL,
  previous_token_hash bytea,
  rotated_at          timestamptz NOT NULL DEFAULT now(),
  created_at          timestamptz NOT NULL DEFAULT now(),
  expires_at          timestamptz NOT NULL,
  revoked_at          timestamptz,
  CONSTRAINT pk_sessions PRIMARY KEY (session_id),
  CONSTRAINT fk_sessions_user FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE
);
CREATE INDEX ix_sessions_user ON sessions (user_id);
COMMENT ON COLUMN sessions.token_hash IS 'SHA-256 of the refresh token that is good now';
COMMENT ON COLUMN sessions.previous_token_hash IS 'the one before: two tabs may refresh at once; later than that it is theft';

CREATE TABLE members (
  organization_id uuid        NOT NULL,
  user_id         uuid        NOT NULL,
  role            text        NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_members PRIMARY KEY (organization_id, user_id),
  CONSTRAINT fk_members_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT fk_members_user FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
  CONSTRAINT ck_members_role CHECK (role IN ('OWNER', 'ADMIN', 'EDITOR', 'VIEWER'))
);
CREATE INDEX ix_members_user ON members (user_id);

ALTER TABLE members ENABLE ROW LEVEL SECURITY;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON members TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY own_memberships ON members FOR SELECT TO inlet_app USING (user_id = current_user_id());

CREATE POLICY own_organizations ON organizations FOR SELECT TO inlet_app
  USING (organization_id IN (SELECT m.organization_id FROM members m WHERE m.user_id = current_user_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, members TO inlet_app;
