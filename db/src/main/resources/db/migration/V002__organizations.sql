CREATE TABLE organizations (
  organization_id uuid        NOT NULL,
  name            text        NOT NULL,
  slug            text        NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_organizations PRIMARY KEY (organization_id),
  CONSTRAINT ck_organizations_name CHECK (length(name) BETWEEN 1 AND 200)
);

-- A look-up table without row-level security: an open URL names an organization before any is known, and a slug
-- stays reserved after its organization is gone.
CREATE TABLE organization_slugs (
  slug            text NOT NULL,
  organization_id uuid NOT NULL,
  CONSTRAINT pk_organization_slugs PRIMARY KEY (slug),
  CONSTRAINT ck_organization_slugs_slug CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$')
);

ALTER TABLE organizations ADD CONSTRAINT fk_organizations_slug FOREIGN KEY (slug) REFERENCES organization_slugs (slug);

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON organizations TO inlet_app
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());

GRANT SELECT, INSERT, UPDATE, DELETE ON organizations TO inlet_app;
GRANT SELECT, INSERT ON organization_slugs TO inlet_app;
