-- What an organization wants to be told of, what it was told, and the addresses of its own that are told, too.

-- Finds out what is to be told, of all organizations at once: sees how deliveries ended, no payload, no secret.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'inlet_alerts') THEN
      CREATE ROLE inlet_alerts NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT;
      COMMENT ON ROLE inlet_alerts IS 'Inlet, finding out what is to be told to organizations; sees no payload and no secret';
    END IF;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was faster
  END;
  IF NOT pg_has_role(CURRENT_USER, 'inlet_alerts', 'SET') THEN
    GRANT inlet_alerts TO CURRENT_USER WITH SET TRUE, INHERIT FALSE;
  END IF;
END
$$;

CREATE TABLE alert_rules (
  organization_id       uuid        NOT NULL,
  rule_id               uuid        NOT NULL,
  kind                  text        NOT NULL,
  webhook_id            uuid,
  is_on                 boolean     NOT NULL DEFAULT true,
  deliveries            smallint,
  percent               smallint,
  period_minutes        integer,
  counts_rejected       boolean     NOT NULL DEFAULT false,
  tells_administrators  boolean     NOT NULL DEFAULT true,
  created_at            timestamptz NOT NULL DEFAULT now(),
  updated_at            timestamptz NOT NULL DEFAULT now(),
  deleted_at            timestamptz,
  CONSTRAINT pk_alert_rules PRIMARY KEY (organization_id, rule_id),
  CONSTRAINT fk_alert_rules_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT fk_alert_rules_webhook FOREIGN KEY (organization_id, webhook_id) REFERENCES webhooks (organization_id, webhook_id) ON DELETE CASCADE,
  CONSTRAINT ck_alert_rules_kind CHECK (CASE kind
    WHEN 'FAILURE_RATE' THEN deliveries IS NOT NULL AND percent IS NOT NULL AND period_minutes IS NOT NULL
    WHEN 'FAILURE_STREAK' THEN deliveries IS NOT NULL
    WHEN 'NO_DELIVERIES' THEN period_minutes IS NOT NULL
    WHEN 'CREDENTIALS_FAILING' THEN webhook_id IS NULL
    ELSE false END),
  CONSTRAINT ck_alert_rules_deliveries CHECK (deliveries BETWEEN 1 AND 100),
  CONSTRAINT ck_alert_rules_percent CHECK (percent BETWEEN 1 AND 100),
  CONSTRAINT ck_alert_rules_period CHECK (period_minutes BETWEEN 5 AND 43200)
);
COMMENT ON COLUMN alert_rules.webhook_id IS 'null: each webhook by itself; of NO_DELIVERIES all of them together';
COMMENT ON COLUMN alert_rules.deliveries IS 'how many in a row, or how many at least before a rate says anything';

-- Members who are told beside owners and admins; who leaves is told no longer.
CREATE TABLE alert_rule_members (
  organization_id uuid NOT NULL,
  rule_id         uuid NOT NULL,
  user_id         uuid NOT NULL,
  CONSTRAINT pk_alert_rule_members PRIMARY KEY (organization_id, rule_id, user_id),
  CONSTRAINT fk_alert_rule_members_rule FOREIGN KEY (organization_id, rule_id) REFERENCES alert_rules (organization_id, rule_id) ON DELETE CASCADE,
  CONSTRAINT fk_alert_rule_members_member FOREIGN KEY (organization_id, user_id) REFERENCES members (organization_id, user_id) ON DELETE CASCADE
);
CREATE INDEX ix_alert_rule_members_member ON alert_rule_members (organization_id, user_id);

CREATE TABLE alert_incidents (
  organization_id uuid        NOT NULL,
  incident_id     uuid        NOT NULL,
  rule_id         uuid        NOT NULL,
  webhook_id      uuid,
  kind            text        NOT NULL,
  failed          integer,
  counted         integer,
  period_minutes  integer,
  opened_at       timestamptz NOT NULL,
  told_at         timestamptz,
  closed_at       timestamptz,
  is_recovered    boolean,
  CONSTRAINT pk_alert_incidents PRIMARY KEY (organization_id, incident_id),
  CONSTRAINT fk_alert_incidents_rule FOREIGN KEY (organization_id, rule_id) REFERENCES alert_rules (organization_id, rule_id) ON DELETE CASCADE,
  CONSTRAINT fk_alert_incidents_webhook FOREIGN KEY (organization_id, webhook_id) REFERENCES webhooks (organization_id, webhook_id) ON DELETE CASCADE,
  CONSTRAINT ck_alert_incidents_closed CHECK ((closed_at IS NULL) = (is_recovered IS NULL))
);
COMMENT ON COLUMN alert_incidents.webhook_id IS 'null if it is about the organization as a whole';
COMMENT ON COLUMN alert_incidents.told_at IS 'null until somebody is told: not too soon after the one before';
COMMENT ON COLUMN alert_incidents.is_recovered IS 'false if it is merely watched no longer';
-- However many nodes notice: one at a time.
CREATE UNIQUE INDEX uq_alert_incidents_open ON alert_incidents (organization_id, rule_id, webhook_id) NULLS NOT DISTINCT
  WHERE closed_at IS NULL;
CREATE INDEX ix_alert_incidents_told ON alert_incidents (organization_id, rule_id, webhook_id, told_at);
CREATE INDEX ix_alert_incidents_closed ON alert_incidents (closed_at) WHERE closed_at IS NOT NULL;

-- Addresses that incidents are POSTed to.
CREATE TABLE alert_endpoints (
  organization_id  uuid        NOT NULL,
  endpoint_id      uuid        NOT NULL,
  url              text        NOT NULL,
  created_by       text        NOT NULL,
  created_at       timestamptz NOT NULL,
  disabled_at      timestamptz,
  disabled_because text,
  CONSTRAINT pk_alert_endpoints PRIMARY KEY (organization_id, endpoint_id),
  CONSTRAINT fk_alert_endpoints_organization FOREIGN KEY (organization_id) REFERENCES organizations (organization_id) ON DELETE CASCADE,
  CONSTRAINT ck_alert_endpoints_disabled CHECK ((disabled_at IS NULL) = (disabled_because IS NULL)),
  CONSTRAINT ck_alert_endpoints_because CHECK (disabled_because IN ('SWITCHED_OFF', 'GONE'))
);

-- What an endpoint's messages are signed with: one, and for a while after a new one was made, the old one, too.
CREATE TABLE alert_endpoint_secrets (
  organization_id uuid        NOT NULL,
  secret_id       uuid        NOT NULL,
  endpoint_id     uuid        NOT NULL,
  ciphertext      bytea       NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz,
  CONSTRAINT pk_alert_endpoint_secrets PRIMARY KEY (organization_id, secret_id),
  CONSTRAINT fk_alert_endpoint_secrets_endpoint FOREIGN KEY (organization_id, endpoint_id)
    REFERENCES alert_endpoints (organization_id, endpoint_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX uq_alert_endpoint_secrets_current ON alert_endpoint_secrets (organization_id, endpoint_id) WHERE expires_at IS NULL;

CREATE TABLE alert_messages (
  organization_id uuid        NOT NULL,
  message_id      uuid        NOT NULL,
  endpoint_id     uuid        NOT NULL,
  type            text        NOT NULL,
  payload         json        NOT NULL,
  created_at      timestamptz NOT NULL,
  due_at          timestamptz,
  attempts        integer     NOT NULL DEFAULT 0,
  attempted_at    timestamptz,
  delivered_at    timestamptz,
  status_code     smallint,
  failure         text,
  CONSTRAINT pk_alert_messages PRIMARY KEY (organization_id, message_id),
  CONSTRAINT fk_alert_messages_endpoint FOREIGN KEY (organization_id, endpoint_id)
    REFERENCES alert_endpoints (organization_id, endpoint_id) ON DELETE CASCADE
);
COMMENT ON COLUMN alert_messages.due_at IS 'null once it was taken or is given up';
COMMENT ON COLUMN alert_messages.failure IS 'why the last attempt was none that counts; null if it was taken';
CREATE INDEX ix_alert_messages_due ON alert_messages (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_alert_messages_endpoint ON alert_messages (organization_id, endpoint_id, message_id);
CREATE INDEX ix_alert_messages_created ON alert_messages (created_at);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY ['alert_rules', 'alert_rule_members', 'alert_incidents', 'alert_endpoints', 'alert_endpoint_secrets',
                               'alert_messages'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_organization ON %I TO inlet_app
      USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())', name);
  END LOOP;
END
$$;
-- No DELETE: incidents tell of rules that are no more.
GRANT SELECT, INSERT, UPDATE ON alert_rules, alert_incidents TO inlet_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_rule_members, alert_endpoints, alert_endpoint_secrets, alert_messages TO inlet_app;

CREATE POLICY of_alerts ON alert_rules FOR SELECT TO inlet_alerts USING (true);
CREATE POLICY of_alerts ON alert_incidents TO inlet_alerts USING (true);
CREATE POLICY of_alerts ON alert_messages TO inlet_alerts USING (true);
CREATE POLICY of_alerts ON webhooks FOR SELECT TO inlet_alerts USING (true);
CREATE POLICY of_alerts ON connections FOR SELECT TO inlet_alerts USING (true);
CREATE POLICY of_alerts ON deliveries FOR SELECT TO inlet_alerts USING (true);
CREATE POLICY of_alerts ON delivery_counts FOR SELECT TO inlet_alerts USING (true);
GRANT SELECT ON alert_rules, delivery_counts TO inlet_alerts;
GRANT SELECT, DELETE ON alert_incidents TO inlet_alerts;
GRANT SELECT (organization_id, message_id, endpoint_id, created_at, due_at, attempts), UPDATE (due_at, attempts), DELETE
  ON alert_messages TO inlet_alerts;
GRANT SELECT (organization_id, webhook_id, is_paused, updated_at, deleted_at) ON webhooks TO inlet_alerts;
GRANT SELECT (organization_id, credentials_failing_since) ON connections TO inlet_alerts;
GRANT SELECT (organization_id, received_at, delivery_id, webhook_id, outcome, outcome_before) ON deliveries TO inlet_alerts;

-- Whoever founds an organization should hear of a refused password without having asked to.
CREATE FUNCTION add_first_alert_rule() RETURNS trigger
  LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO alert_rules (organization_id, rule_id, kind) VALUES (NEW.organization_id, uuidv7(), 'CREDENTIALS_FAILING');
  RETURN NULL;
END
$$;
CREATE TRIGGER add_first_alert_rule AFTER INSERT ON organizations FOR EACH ROW EXECUTE FUNCTION add_first_alert_rule();

-- Those that are there already. The owner is bound by its own policies, too.
ALTER TABLE organizations NO FORCE ROW LEVEL SECURITY;
ALTER TABLE alert_rules NO FORCE ROW LEVEL SECURITY;
INSERT INTO alert_rules (organization_id, rule_id, kind) SELECT organization_id, uuidv7(), 'CREDENTIALS_FAILING' FROM organizations;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
ALTER TABLE alert_rules FORCE ROW LEVEL SECURITY;
