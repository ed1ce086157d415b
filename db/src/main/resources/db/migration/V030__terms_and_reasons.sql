-- PostgreSQL read the thousand most frequent terms of each day to plan each look for some of them, which took longer than the
-- look itself. A hundred tell as well what is frequent. Days that exist are told at their next ANALYZE.
ALTER TABLE delivery_terms ALTER terms SET STATISTICS 10;

CREATE OR REPLACE FUNCTION create_delivery_partitions(first_day date, days integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s'
AS $$
DECLARE
  parent  text;
  day     date;
  part    text;
  created integer := 0;
BEGIN
  IF days NOT BETWEEN 1 AND 60 THEN
    RAISE EXCEPTION 'days must be between 1 and 60, not %', days;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('create_delivery_partitions'));
  FOREACH parent IN ARRAY ARRAY ['deliveries', 'attempts', 'delivery_terms'] LOOP
    FOR day IN SELECT first_day + i FROM generate_series(0, days - 1) AS i LOOP
      part := format('%s_%s', parent, to_char(day, 'YYYYMMDD'));
      IF to_regclass(part) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', part, parent,
                       day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
        IF parent = 'delivery_terms' THEN
          EXECUTE format('ALTER TABLE %I ALTER terms SET STATISTICS 10', part); -- not handed down by its parent
        END IF;
        created := created + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN created;
END
$$;

-- What went wrong for some reason, wherever: without it, all that succeeded since is gone through. What succeeds does not enter.
CREATE INDEX ix_deliveries_reason_of_any ON deliveries (reason, received_at, delivery_id) WHERE reason IS NOT NULL;
