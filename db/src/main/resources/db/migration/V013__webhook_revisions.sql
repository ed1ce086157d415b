-- A name changes without a new version, so versions cannot tell whether somebody else saved a webhook in the meantime.
ALTER TABLE webhooks ADD COLUMN revision integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN webhooks.revision IS 'raised whenever name or content is saved; not by pausing, which overwrites nobody''s work';
COMMENT ON COLUMN webhooks.updated_at IS 'when name or content was saved last';
