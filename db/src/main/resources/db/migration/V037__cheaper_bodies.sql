-- Of what PostgreSQL did for deliveries of 100 kB, more than half was compressing their bodies its own way (ADR 30). lz4 is
-- much quicker, but not every PostgreSQL is built with it: without it bodies stay as they came. Days that are over stay as
-- they are: no body is written to them any more, and to lock them all would take long. Later ones are made as the parent is.
SET LOCAL lock_timeout = '2s';
LOCK TABLE ONLY deliveries IN ACCESS EXCLUSIVE MODE;
DO $$
DECLARE
  has_lz4 boolean := (SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression');
  part    regclass;
BEGIN
  FOR part IN
    SELECT 'deliveries'::regclass
    UNION ALL
    SELECT i.inhrelid::regclass FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'deliveries'::regclass
      -- The one for all other days comes behind those that have a number.
      AND c.relname >= 'deliveries_' || to_char(now() AT TIME ZONE 'UTC' - interval '1 day', 'YYYYMMDD')
  LOOP
    EXECUTE format('ALTER TABLE ONLY %s ALTER COLUMN body SET %s', part,
                   CASE WHEN has_lz4 THEN 'COMPRESSION lz4' ELSE 'STORAGE EXTERNAL' END);
  END LOOP;
END
$$;

-- The same classes as before, without a logarithm of a numeric: that was 3 % of PostgreSQL's samples under load. The bounds
-- are 2^(n/4) ms.
CREATE OR REPLACE FUNCTION duration_class(received_at timestamptz, finished_at timestamptz) RETURNS smallint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (1 + width_bucket(coalesce(1000 * date_part('epoch', finished_at - received_at), 0), '{
    1.189207115002721,1.4142135623730951,1.681792830507429,2,2.378414230005442,2.8284271247461903,
    3.363585661014858,4,4.756828460010884,5.656854249492381,6.727171322029716,8,9.513656920021768,
    11.313708498984761,13.454342644059432,16,19.027313840043536,22.627416997969522,26.908685288118864,32,
    38.05462768008707,45.254833995939045,53.81737057623773,64,76.10925536017415,90.50966799187809,
    107.63474115247546,128,152.2185107203483,181.01933598375618,215.2694823049509,256,304.4370214406966,
    362.03867196751236,430.5389646099018,512,608.8740428813932,724.0773439350247,861.0779292198037,1024,
    1217.7480857627863,1448.1546878700494,1722.1558584396073,2048,2435.4961715255727,2896.309375740099,
    3444.3117168792146,4096,4870.992343051145,5792.618751480198,6888.623433758429,8192,9741.98468610229,
    11585.237502960395,13777.246867516858,16384,19483.96937220458,23170.47500592079,27554.493735033717,32768,
    38967.93874440916,46340.95001184158,55108.98747006743
  }'::float8[]))::smallint;
