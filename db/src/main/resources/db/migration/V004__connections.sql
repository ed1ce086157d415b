-- The key that encrypts an organization's secrets, itself encrypted ("wrapped") by the deployment's key.
CREATE TABLE organization_keys (
  organization_id uuid        NOT NULL,
  wrapped_key     bytea       NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_organization_keys PRIMARY KEY (organization_id),
  CONSTRAINT fk_organization_keys_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE
);

CREATE TABLE connections (
  organization_id      uuid        NOT NULL,
  connection_id        uuid        NOT NULL,
  edition              text        NOT NULL,
  base_url             text        NOT NULL,
  username             text        NOT NULL,
  password_ciphertext  bytea       NOT NULL,
  time_zone            text        NOT NULL,
  concurrent_calls_max integer     NOT NULL DEFAULT 4,
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_connections PRIMARY KEY (organization_id, connection_id),
  CONSTRAINT fk_connections_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT uq_connections_organization UNIQUE (organization_id),
  CONSTRAINT ck_connections_edition CHECK (edition IN ('EMS', '2017')),
  CONSTRAINT ck_connections_concurrent_calls_max CHECK (concurrent_calls_max BETWEEN 1 AND 64)
);

ALTER TABLE organization_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON organization_keys TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

ALTER TABLE connections ENABLE ROW LEVEL SECURITY;
ALTER TABLE connections FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON connections TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

GRANT SELECT, INSERT, UPDATE, DELETE ON organization_keys, connections TO inlet_app;
