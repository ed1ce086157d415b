-- What the time of a delivery went to. Of those from before nobody knows it.
ALTER TABLE deliveries ADD COLUMN validation_ms integer;
COMMENT ON COLUMN deliveries.validation_ms IS
  'reading the body, parsing and validating it; null if it did not arrive completely';

ALTER TABLE attempts
  ADD COLUMN queued_ms  integer,
  ADD COLUMN waited_ms  integer,
  ADD COLUMN sign_in_ms integer,
  ADD COLUMN calls_ms   integer;
COMMENT ON COLUMN attempts.queued_ms IS 'between the acknowledgement and started_at; null if it did not wait in the queue';
COMMENT ON COLUMN attempts.waited_ms IS 'for a turn at the connection, or because iMIS asked to slow down; null if it did not wait';
COMMENT ON COLUMN attempts.sign_in_ms IS 'for a token; null if there was one';
COMMENT ON COLUMN attempts.calls_ms IS 'for answers of iMIS, however many calls it took; null if none was made';

GRANT SELECT (validation_ms) ON deliveries TO inlet_support;
GRANT SELECT (queued_ms, waited_ms, sign_in_ms, calls_ms) ON attempts TO inlet_support;
