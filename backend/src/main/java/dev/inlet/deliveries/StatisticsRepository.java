package dev.inlet.deliveries;

import dev.inlet.deliveries.StatisticsResponse.Bucket;
import dev.inlet.deliveries.WebhookActivity.LastDelivery;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Tells how many deliveries there were, out of what is counted as they end. */
@Singleton
class StatisticsRepository {

  /** Of a silent webhook, each day's partition is looked into: of so many days only. */
  private static final String LAST_DELIVERIES =
      """
      SELECT w.webhook_id, l.delivery_id, l.received_at, l.outcome, l.reason
      FROM webhooks w
      LEFT JOIN LATERAL (SELECT d.delivery_id, d.received_at, d.outcome, d.reason FROM deliveries d
                         WHERE d.organization_id = w.organization_id AND d.webhook_id = w.webhook_id
                           AND d.received_at >= :since
                         ORDER BY d.received_at DESC, d.delivery_id DESC LIMIT 1) l ON true
      WHERE w.organization_id = :organization AND w.deleted_at IS NULL
      ORDER BY w.webhook_id
      """;

  /**
   * What is counted, what is not added up yet, and the deliveries at the ends of the period
   * themselves. What is under way is few, or waits because a target is away.
   */
  private static final String COUNTED =
      """
      WITH stretches AS (
        SELECT * FROM unnest(:resolutions::text[], :froms::timestamptz[], :tos::timestamptz[]) AS s (resolution, starts, ends)),
      rests AS (SELECT * FROM unnest(:restFroms::timestamptz[], :restTos::timestamptz[]) AS r (starts, ends)),
      counted AS (
        SELECT c.webhook_id, c.starts_at, c.succeeded + c.duplicate AS succeeded, c.rejected, c.failed, c.unknown,
               0 AS under_way, c.took
        FROM stretches s
        JOIN delivery_counts c ON c.resolution = s.resolution AND c.starts_at >= s.starts AND c.starts_at < s.ends
        WHERE c.organization_id = :organization
        UNION ALL
        SELECT c.webhook_id, c.received_at, CASE WHEN c.outcome IN ('SUCCEEDED', 'DUPLICATE') THEN c.change ELSE 0 END,
               CASE c.outcome WHEN 'REJECTED' THEN c.change ELSE 0 END, CASE c.outcome WHEN 'FAILED' THEN c.change ELSE 0 END,
               CASE c.outcome WHEN 'UNKNOWN' THEN c.change ELSE 0 END, 0,
               CASE WHEN c.took IS NOT NULL THEN array_fill(0, ARRAY[c.took - 1]) || 1 END
        FROM stretches s
        JOIN delivery_count_changes c ON c.received_at >= s.starts AND c.received_at < s.ends
        WHERE c.organization_id = :organization
        UNION ALL
        SELECT d.webhook_id, d.received_at, (k.outcome IN ('SUCCEEDED', 'DUPLICATE'))::int, (k.outcome = 'REJECTED')::int,
               (k.outcome = 'FAILED')::int, (k.outcome = 'UNKNOWN')::int, 0,
               CASE WHEN d.first_outcome <> 'REJECTED' THEN array_fill(0, ARRAY[duration_class(d.received_at, d.finished_at) - 1]) || 1 END
        FROM rests r
        JOIN deliveries d ON d.received_at >= r.starts AND d.received_at < r.ends
        CROSS JOIN LATERAL (SELECT known_outcome(d.outcome, d.outcome_before) AS outcome) k
        WHERE d.organization_id = :organization AND k.outcome IS NOT NULL
        UNION ALL
        SELECT d.webhook_id, d.received_at, 0, 0, 0, 0, 1, NULL
        FROM deliveries d
        WHERE d.organization_id = :organization AND d.received_at >= :from AND d.received_at < :to
          AND d.outcome IN ('RECEIVED', 'QUEUED') AND d.outcome_before IS NULL),
      placed AS (
        SELECT *, date_bin(make_interval(secs => :bucket), starts_at, :origin) AS bucket FROM counted
        WHERE :webhook::uuid IS NULL OR webhook_id = :webhook::uuid)
      """;

  private static final String HOURS =
      COUNTED
          + """
          SELECT webhook_id, bucket AS starts_at, sum(succeeded) AS succeeded, sum(rejected) AS rejected, sum(failed) AS failed,
                 sum(unknown) AS unknown, sum(under_way) AS under_way
          FROM placed GROUP BY webhook_id, bucket
          """;

  /**
   * How long those took that were answered at the door says nothing of iMIS, whatever became of
   * them later.
   */
  private static final String BUCKETS =
      COUNTED
          + """
          SELECT b.*, t.numbers, t.counts
          FROM (SELECT bucket AS starts_at, sum(succeeded) AS succeeded, sum(rejected) AS rejected, sum(failed) AS failed,
                       sum(unknown) AS unknown, sum(under_way) AS under_way
                FROM placed GROUP BY bucket) b
          LEFT JOIN (SELECT bucket, array_agg(number::int) AS numbers, array_agg(n) AS counts
                     FROM (SELECT bucket, number, sum(n) AS n FROM placed, unnest(took) WITH ORDINALITY AS u (n, number)
                           WHERE n > 0 GROUP BY bucket, number) each
                     GROUP BY bucket) t ON t.bucket = b.starts_at
          """;

  private final Database database;
  private final HeavyReads heavyReads;
  private final Clock clock;

  StatisticsRepository(Database database, HeavyReads heavyReads, Clock clock) {
    this.database = database;
    this.heavyReads = heavyReads;
    this.clock = clock;
  }

  /** What each webhook of an organization did in the 24 hours before now. */
  List<WebhookActivity> activity(OrganizationId organization, Instant now) {
    Period day = Period.lastDay(now);
    return heavyReads.run(
        organization,
        "There are too many deliveries to count: the list of webhooks has to do without them.",
        () ->
            database.inOrganization(
                organization,
                handle -> {
                  Map<UUID, List<OutcomeCounts>> hours = hours(handle, organization, day);
                  return handle
                      .createQuery(LAST_DELIVERIES)
                      .bind("organization", organization.value())
                      .bind("since", now.minus(WebhookActivity.LOOK_BACK))
                      .map((row, context) -> activity(row, hours, day))
                      .list();
                }));
  }

  /**
   * Deliveries counted over a period.
   *
   * @param webhook null for those of all webhooks
   */
  List<Bucket> buckets(OrganizationId organization, @Nullable UUID webhook, Period period) {
    List<Bucket> buckets = filled(period, Bucket::none);
    heavyReads
        .run(
            organization,
            "There are too many deliveries to count at once. Choose a shorter period.",
            () ->
                database.inOrganization(
                    organization, handle -> counted(handle, organization, webhook, period)))
        .forEach((index, bucket) -> buckets.set(index, bucket));
    return buckets;
  }

  /** The parts in which something arrived, by their place in the period. */
  private Map<Integer, Bucket> counted(
      Handle handle, OrganizationId organization, @Nullable UUID webhook, Period period) {
    return query(handle, organization, webhook, period, BUCKETS)
        .map((row, context) -> bucket(row, period))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Map<UUID, List<OutcomeCounts>> hours(
      Handle handle, OrganizationId organization, Period day) {
    Map<UUID, List<OutcomeCounts>> hours = new HashMap<>();
    query(handle, organization, null, day, HOURS)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("webhook_id", UUID.class), OutcomeCounts.of(startsAt(row), row)))
        .forEach(
            counted ->
                hours
                    .computeIfAbsent(counted.getKey(), webhook -> filled(day, OutcomeCounts::none))
                    .set(day.index(counted.getValue().startsAt()), counted.getValue()));
    return hours;
  }

  private Query query(
      Handle handle,
      OrganizationId organization,
      @Nullable UUID webhook,
      Period period,
      String sql) {
    CountedTime time = CountedTime.of(period.from(), period.to(), period.bucket(), clock.instant());
    return time.bindTo(handle.createQuery(sql))
        .bind("organization", organization.value())
        .bind("webhook", webhook)
        .bind("bucket", period.bucket().toSeconds())
        .bind("origin", period.origin())
        .bind("from", period.from())
        .bind("to", period.to());
  }

  private static WebhookActivity activity(
      ResultSet row, Map<UUID, List<OutcomeCounts>> hours, Period day) throws SQLException {
    UUID webhook = row.getObject("webhook_id", UUID.class);
    UUID last = row.getObject("delivery_id", UUID.class);
    return new WebhookActivity(
        webhook,
        last == null
            ? null
            : new LastDelivery(
                last,
                DeliveryColumns.time(row, "received_at").orElseThrow(),
                Outcome.valueOf(row.getString("outcome")),
                DeliveryColumns.reason(row)),
        hours.computeIfAbsent(webhook, id -> filled(day, OutcomeCounts::none)));
  }

  private static Map.Entry<Integer, Bucket> bucket(ResultSet row, Period period)
      throws SQLException {
    int index = period.index(startsAt(row));
    Durations took = durations(row);
    return Map.entry(
        index,
        new Bucket(
            OutcomeCounts.of(period.start(index), row), took.atMost(0.5), took.atMost(0.95)));
  }

  private static Durations durations(ResultSet row) throws SQLException {
    Durations took = new Durations();
    if (row.getArray("numbers") != null) {
      Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
      Long[] counts = (Long[]) row.getArray("counts").getArray();
      for (int i = 0; i < numbers.length; i++) {
        took.add(numbers[i], counts[i]);
      }
    }
    return took;
  }

  private static Instant startsAt(ResultSet row) throws SQLException {
    return DeliveryColumns.time(row, "starts_at").orElseThrow();
  }

  private static <T> List<T> filled(Period period, Function<Instant, T> none) {
    return new ArrayList<>(
        IntStream.range(0, period.buckets()).mapToObj(period::start).map(none).toList());
  }
}
