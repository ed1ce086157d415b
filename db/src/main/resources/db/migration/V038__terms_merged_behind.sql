-- What a delivery is found by is put into its index a good while after the delivery is written down, with that of many others
-- (ADR 31): until now whoever made the list of what waits half a megabyte long emptied it, within the commit that others
-- wait for. A worker empties it every second. If there is none, a delivery does at sixteen megabytes.
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
          -- Neither is handed down by its parent as it is to be.
          EXECUTE format('ALTER TABLE %I ALTER terms SET STATISTICS 10', part);
          EXECUTE format('ALTER INDEX %s SET (gin_pending_list_limit = 16384)', index_of_terms(part::regclass));
        END IF;
        created := created + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN created;
END
$$;

CREATE FUNCTION index_of_terms(part regclass) RETURNS regclass
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  RETURN (SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_inherits h ON h.inhrelid = i.indexrelid
          WHERE i.indrelid = part AND h.inhparent = 'ix_delivery_terms_terms'::regclass);
REVOKE EXECUTE ON FUNCTION index_of_terms(regclass) FROM PUBLIC;

-- Empties the lists of one day and of those after it, and returns how many pages they had. One session at a time does.
CREATE FUNCTION merge_delivery_terms(first_day date) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  part  regclass;
  pages bigint := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('merge_delivery_terms')) THEN
    RETURN 0;
  END IF;
  FOR part IN
    SELECT h.inhrelid::regclass FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
    WHERE h.inhparent = 'delivery_terms'::regclass
      -- The one for all other days comes behind those that have a number.
      AND c.relname >= 'delivery_terms_' || to_char(first_day, 'YYYYMMDD')
    ORDER BY c.relname
  LOOP
    pages := pages + gin_clean_pending_list(index_of_terms(part));
  END LOOP;
  RETURN pages;
END
$$;
REVOKE EXECUTE ON FUNCTION merge_delivery_terms(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merge_delivery_terms(date) TO inlet_journal;

-- Days that are over stay as they are.
SET LOCAL lock_timeout = '500ms';
DO $$
DECLARE
  part regclass;
BEGIN
  FOR part IN
    SELECT h.inhrelid::regclass FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
    WHERE h.inhparent = 'delivery_terms'::regclass
      AND c.relname >= 'delivery_terms_' || to_char(now() AT TIME ZONE 'UTC' - interval '1 day', 'YYYYMMDD')
    ORDER BY c.relname -- as whoever looks for a word locks them
  LOOP
    EXECUTE format('ALTER INDEX %s SET (gin_pending_list_limit = 16384)', index_of_terms(part));
  END LOOP;
END
$$;
