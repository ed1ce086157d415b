-- A group of deliveries is ended by one statement, and counted by one: counting each by itself took as long as ending it.
CREATE FUNCTION count_changed_deliveries() RETURNS trigger
  -- Its plan is kept from the first group on, however small that was.
  LANGUAGE plpgsql SET enable_hashjoin = on SET enable_nestloop = off
AS $$
BEGIN
  -- Who only begins to try again changes nothing that is known, and has no right to count.
  IF NOT EXISTS (SELECT FROM before_change AS b JOIN after_change AS a USING (organization_id, received_at, delivery_id)
                 WHERE known_outcome(b.outcome, b.outcome_before) IS DISTINCT FROM known_outcome(a.outcome, a.outcome_before)) THEN
    RETURN NULL;
  END IF;
  INSERT INTO delivery_count_changes (organization_id, webhook_id, received_at, outcome, change, body_bytes, took)
  SELECT d.organization_id, d.webhook_id, date_trunc('minute', d.received_at, 'UTC'), c.outcome, c.change,
         CASE WHEN d.known_before IS NULL THEN d.body_bytes ELSE 0 END,
         CASE WHEN d.known_before IS NULL AND d.first_outcome <> 'REJECTED' THEN duration_class(d.received_at, d.finished_at) END
  FROM (SELECT a.organization_id, a.webhook_id, a.received_at, a.body_bytes, a.first_outcome, a.finished_at,
               known_outcome(b.outcome, b.outcome_before) AS known_before,
               known_outcome(a.outcome, a.outcome_before) AS known_after
        FROM before_change AS b JOIN after_change AS a USING (organization_id, received_at, delivery_id)) AS d
  CROSS JOIN LATERAL (VALUES (d.known_before, -1), (d.known_after, 1)) AS c (outcome, change)
  WHERE d.known_before IS DISTINCT FROM d.known_after AND c.outcome IS NOT NULL;
  RETURN NULL;
END
$$;

DROP TRIGGER count_changed ON deliveries;
CREATE TRIGGER count_changed AFTER UPDATE ON deliveries
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION count_changed_deliveries();
