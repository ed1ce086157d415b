package dev.inlet.deliveries;

import dev.inlet.deliveries.StatisticsResponse.Bucket;
import dev.inlet.deliveries.WebhookActivity.LastDelivery;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Counts deliveries. It reads them all. */
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

  private static final String BUCKET =
      "date_bin(make_interval(secs => :bucket), received_at, :origin) AS starts_at,\n";

  private static final String OF_PERIOD =
      """

      FROM deliveries
      WHERE organization_id = :organization AND received_at >= :from AND received_at < :to
      """;

  private static final String HOURS =
      "SELECT webhook_id, "
          + BUCKET
          + OutcomeCounts.COLUMNS
          + OF_PERIOD
          + "GROUP BY webhook_id, starts_at";

  /**
   * How long those took that were answered at the door says nothing of iMIS, whatever became of
   * them later.
   */
  private static final String BUCKETS =
      "SELECT "
          + BUCKET
          + OutcomeCounts.COLUMNS
          + """
          ,
          percentile_disc(ARRAY[0.5, 0.95])
            WITHIN GROUP (ORDER BY round(1000 * extract(epoch FROM finished_at - received_at))::int)
            FILTER (WHERE finished_at IS NOT NULL AND first_outcome <> 'REJECTED') AS took_ms"""
          + OF_PERIOD
          + "%sGROUP BY starts_at";

  private final Database database;
  private final HeavyReads heavyReads;

  StatisticsRepository(Database database, HeavyReads heavyReads) {
    this.database = database;
    this.heavyReads = heavyReads;
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
  private static Map<Integer, Bucket> counted(
      Handle handle, OrganizationId organization, @Nullable UUID webhook, Period period) {
    String one = webhook == null ? "" : "AND webhook_id = :webhook ";
    Query query = query(handle, organization, period, BUCKETS.formatted(one));
    if (webhook != null) {
      query.bind("webhook", webhook);
    }
    return query
        .map((row, context) -> bucket(row, period))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static Map<UUID, List<OutcomeCounts>> hours(
      Handle handle, OrganizationId organization, Period day) {
    Map<UUID, List<OutcomeCounts>> hours = new HashMap<>();
    query(handle, organization, day, HOURS)
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

  private static Query query(
      Handle handle, OrganizationId organization, Period period, String sql) {
    return handle
        .createQuery(sql)
        .bind("organization", organization.value())
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
    Integer[] took =
        row.getArray("took_ms") == null
            ? new Integer[2]
            : (Integer[]) row.getArray("took_ms").getArray();
    return Map.entry(
        index, new Bucket(OutcomeCounts.of(period.start(index), row), took[0], took[1]));
  }

  private static Instant startsAt(ResultSet row) throws SQLException {
    return DeliveryColumns.time(row, "starts_at").orElseThrow();
  }

  private static <T> List<T> filled(Period period, Function<Instant, T> none) {
    return new ArrayList<>(
        IntStream.range(0, period.buckets()).mapToObj(period::start).map(none).toList());
  }
}
