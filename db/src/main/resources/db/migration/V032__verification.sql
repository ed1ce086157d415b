-- Who may send to a webhook: beside its versions, so that no earlier version opens it again. Without a row anybody may.
CREATE TABLE webhook_verifications (
  organization_id uuid        NOT NULL,
  webhook_id      uuid        NOT NULL,
  scheme          text        NOT NULL,
  header          text,
  algorithm       text,
  encoding        text,
  prefix          text,
  username        text,
  networks        text[]      NOT NULL,
  updated_at      timestamptz NOT NULL,
  CONSTRAINT pk_webhook_verifications PRIMARY KEY (organization_id, webhook_id),
  CONSTRAINT fk_webhook_verifications_webhook FOREIGN KEY (organization_id, webhook_id) REFERENCES webhooks (organization_id, webhook_id) ON DELETE CASCADE,
  CONSTRAINT ck_webhook_verifications_scheme CHECK (CASE scheme
    WHEN 'HMAC' THEN header IS NOT NULL AND algorithm IN ('SHA1', 'SHA256', 'SHA512') AND encoding IN ('HEX', 'BASE64')
    WHEN 'HEADER' THEN header IS NOT NULL
    WHEN 'BASIC' THEN username IS NOT NULL
    ELSE scheme IN ('NONE', 'STANDARD_WEBHOOKS', 'STRIPE', 'GITHUB', 'SHOPIFY') END)
);
COMMENT ON COLUMN webhook_verifications.scheme IS 'NONE if only the networks count';
COMMENT ON COLUMN webhook_verifications.networks IS 'where deliveries may come from, in CIDR notation; empty for anywhere';

-- What senders prove themselves by: one that counts, and while it is being replaced the one before.
CREATE TABLE webhook_secrets (
  organization_id uuid        NOT NULL,
  secret_id       uuid        NOT NULL,
  webhook_id      uuid        NOT NULL,
  ciphertext      bytea       NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz,
  CONSTRAINT pk_webhook_secrets PRIMARY KEY (organization_id, secret_id),
  CONSTRAINT fk_webhook_secrets_verification FOREIGN KEY (organization_id, webhook_id)
    REFERENCES webhook_verifications (organization_id, webhook_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX uq_webhook_secrets_current ON webhook_secrets (organization_id, webhook_id) WHERE expires_at IS NULL;
CREATE UNIQUE INDEX uq_webhook_secrets_old ON webhook_secrets (organization_id, webhook_id) WHERE expires_at IS NOT NULL;
COMMENT ON COLUMN webhook_secrets.ciphertext IS 'AES-256-GCM under the organization''s data key, bound to this row';
COMMENT ON COLUMN webhook_secrets.expires_at IS 'until when one that was replaced is good, too; null for the one that counts';

ALTER TABLE webhook_verifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_verifications FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON webhook_verifications TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
ALTER TABLE webhook_secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_secrets FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON webhook_secrets TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

-- Nothing for inlet_support: neither a secret nor by what one could be guessed to be sent.
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_verifications, webhook_secrets TO inlet_app;

CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE ON webhook_verifications
  FOR EACH ROW EXECUTE FUNCTION notify_definition_change();
CREATE TRIGGER notify_change AFTER INSERT OR UPDATE OR DELETE ON webhook_secrets
  FOR EACH ROW EXECUTE FUNCTION notify_definition_change();
