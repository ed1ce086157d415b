-- What a delivery has to know of the panel that it goes into: read from iMIS when the version was saved, so that no
-- delivery reads it.
ALTER TABLE webhook_versions ADD COLUMN panel json;
COMMENT ON COLUMN webhook_versions.panel IS 'with the fields that are mapped; null where the action has no panel';
GRANT SELECT (panel) ON webhook_versions TO inlet_support;
