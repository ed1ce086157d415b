CREATE TABLE webhooks (
  organization_id uuid        NOT NULL,
  webhook_id      uuid        NOT NULL,
  name            text        NOT NULL,
  is_paused       boolean     NOT NULL DEFAULT false,
  version_number  integer     NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  deleted_at      timestamptz,
  CONSTRAINT pk_webhooks PRIMARY KEY (organization_id, webhook_id),
  CONSTRAINT fk_webhooks_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT ck_webhooks_name CHECK (length(name) BETWEEN 1 AND 200)
);
COMMENT ON COLUMN webhooks.version_number IS 'the version that handles deliveries now';

-- Immutable: the application may add a version, never change one.
CREATE TABLE webhook_versions (
  organization_id uuid        NOT NULL,
  webhook_id      uuid        NOT NULL,
  number          integer     NOT NULL,
  schema          json        NOT NULL,
  action          json        NOT NULL,
  acknowledgement text        NOT NULL,
  deadline_ms     integer     NOT NULL,
  created_by      uuid,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_webhook_versions PRIMARY KEY (organization_id, webhook_id, number),
  CONSTRAINT fk_webhook_versions_webhook FOREIGN KEY (organization_id, webhook_id) REFERENCES webhooks (organization_id, webhook_id) ON DELETE CASCADE,
  CONSTRAINT ck_webhook_versions_number CHECK (number > 0),
  CONSTRAINT ck_webhook_versions_acknowledgement CHECK (acknowledgement IN ('AFTER_ACTION', 'ON_RECEIPT')),
  CONSTRAINT ck_webhook_versions_deadline_ms CHECK (deadline_ms BETWEEN 1000 AND 30000)
);
COMMENT ON COLUMN webhook_versions.schema IS 'json, not jsonb: a person''s order of properties is kept';

ALTER TABLE webhooks ADD CONSTRAINT fk_webhooks_version FOREIGN KEY (organization_id, webhook_id, version_number)
  REFERENCES webhook_versions (organization_id, webhook_id, number) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE webhook_keys (
  organization_id uuid        NOT NULL,
  key             text        NOT NULL,
  webhook_id      uuid        NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_webhook_keys PRIMARY KEY (organization_id, key),
  CONSTRAINT fk_webhook_keys_webhook FOREIGN KEY (organization_id, webhook_id) REFERENCES webhooks (organization_id, webhook_id) ON DELETE CASCADE,
  CONSTRAINT ck_webhook_keys_key CHECK (length(key) >= 22)
);
CREATE INDEX ix_webhook_keys_webhook ON webhook_keys (organization_id, webhook_id);

ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON webhooks TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

ALTER TABLE webhook_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON webhook_versions TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

ALTER TABLE webhook_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON webhook_keys TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

-- No DELETE: a webhook ends by deleted_at, and its versions stay for the audit.
GRANT SELECT, INSERT, UPDATE ON webhooks, webhook_keys TO inlet_app;
GRANT SELECT, INSERT ON webhook_versions TO inlet_app;
