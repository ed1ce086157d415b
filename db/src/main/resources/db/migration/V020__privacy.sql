-- Which properties of a version's payloads are masked where they are shown, and which are never stored at all.
ALTER TABLE webhook_versions ADD COLUMN privacy json;
COMMENT ON COLUMN webhook_versions.privacy IS 'the properties that are masked, and those that are never stored; null if there are none';
GRANT SELECT (privacy) ON webhook_versions TO inlet_support;

-- What is never stored is not in the body: what is there is no longer the bytes as they came.
ALTER TABLE deliveries
  ADD COLUMN left_out json,
  ADD COLUMN body_is_withheld boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN deliveries.body IS
  'the bytes as they came, parsable or not; written anew where properties were left out, empty where it is withheld';
COMMENT ON COLUMN deliveries.left_out IS 'the names of the properties that came and were not stored; null if none was left out';
COMMENT ON COLUMN deliveries.body_is_withheld IS
  'nothing of the body was stored: it may hold a property that is never stored, and could not be searched for it';
