package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The statement that lists and shows deliveries, to members and to support staff. Members see those
 * of their organization whole; support staff see everybody's, and of them the columns that their
 * role is granted.
 */
final class DeliveryQuery {

  /** All that {@link #MASKED} reads of a row, of which support staff may not see everything. */
  private static final String SEEN_BY_SUPPORT =
      """
      organization_id, delivery_id, received_at, webhook_id, version_number, outcome, reason, status_code, record_id,
      source_address, body_bytes, body_is_partial, finished_at, replays_begun, deadline_at""";

  private static final String COLUMNS =
      """
      d.delivery_id, d.received_at, d.webhook_id, w.name AS webhook_name, d.version_number, d.outcome, d.reason,
      d.status_code, d.record_id, d.source_address, d.body_bytes, d.body_is_partial, d.finished_at,
      d.replays_begun, d.deadline_at""";

  private static final String WEBHOOKS =
      """
      LEFT JOIN webhooks w ON w.organization_id = d.organization_id AND w.webhook_id = d.webhook_id
      """;

  private static final String OF_ORGANIZATION =
      "JOIN organizations o ON o.organization_id = d.organization_id\n";

  private static final String BEFORE =
      "ORDER BY n.received_at DESC, n.delivery_id DESC ROWS UNBOUNDED PRECEDING";

  private static final String KEYS = "SELECT d.organization_id, d.received_at, d.delivery_id ";

  /** The times alone name the partitions. */
  private static final String BETWEEN =
      """
      WHERE d.organization_id = :organization AND d.received_at BETWEEN :afterTime AND :lastTime
        AND (d.received_at, d.delivery_id) > (:afterTime, :afterId)
        AND (d.received_at, d.delivery_id) <= (:lastTime, :lastId)
      ORDER BY d.received_at, d.delivery_id
      """;

  static final DeliveryQuery WHOLE =
      new DeliveryQuery(COLUMNS + ", d.error, d.first_violation", "*", WEBHOOKS, "");

  /** What tells whether and how a delivery can be tried once more, beside its body. */
  static final DeliveryQuery ENDED =
      new DeliveryQuery(
          """
          d.delivery_id, d.webhook_id, w.name AS webhook_name, d.version_number, d.outcome, d.reason, d.left_out, d.body_is_partial,
          d.body_is_withheld, d.deadline_at, d.attempts_begun, d.replays_begun,
          (SELECT count(*) FROM attempts a
           WHERE a.organization_id = d.organization_id AND a.received_at = d.received_at
             AND a.delivery_id = d.delivery_id) AS attempts_ended,
          ARRAY(SELECT DISTINCT a.version_number FROM attempts a
                WHERE a.organization_id = d.organization_id AND a.received_at = d.received_at
                  AND a.delivery_id = d.delivery_id AND a.outcome = 'UNKNOWN') AS doubtful,
          CASE WHEN w.deleted_at IS NULL THEN w.version_number END AS current_version""",
          "*",
          WEBHOOKS,
          "");

  /** Of a deleted organization there is nothing to help with: what is left of it is not shown. */
  static final DeliveryQuery MASKED =
      new DeliveryQuery(
          COLUMNS + ", d.organization_id, o.name AS organization_name",
          SEEN_BY_SUPPORT,
          WEBHOOKS + OF_ORGANIZATION,
          "\n" + OF_ORGANIZATION);

  private final String columns;
  private final String row;
  private final String joined;
  private final String found;

  /**
   * A way of looking at deliveries.
   *
   * @param columns what is seen of one
   * @param row what has to be read of its row for that
   * @param joined what else is read for that
   * @param found what else has to be there of those that a filter means
   */
  private DeliveryQuery(String columns, String row, String joined, String found) {
    this.columns = columns;
    this.row = row;
    this.joined = joined;
    this.found = found;
  }

  /**
   * Deliveries from a start on, in the order of that start. First the keys of those that are shown
   * are found, part by part of the time, each way that a text can be meant by its own index; only
   * then their rows are read, each by its key. In one statement PostgreSQL would rather go through
   * the whole log in order, as it hopes to meet them soon.
   */
  <T> List<T> list(Handle handle, DeliveryParts parts, int limit, RowMapper<T> mapper) {
    List<DeliveryKey> found = new ArrayList<>();
    parts.named().ifPresent(one -> found.addAll(keys(handle, one, parts.start(), limit)));
    boolean isNamed = !found.isEmpty();
    while (!isNamed && !parts.areOver() && found.size() < limit) {
      found.addAll(keys(handle, parts.next(), parts.start(), limit - found.size()));
    }
    return rows(handle, found, parts.start(), mapper);
  }

  /** The same of one part only. */
  <T> List<T> list(
      Handle handle, DeliverySearch search, PageStart start, int limit, RowMapper<T> mapper) {
    return rows(handle, keys(handle, search, start, limit), start, mapper);
  }

  private List<DeliveryKey> keys(Handle handle, DeliverySearch search, PageStart start, int limit) {
    if (search.ways(start).isEmpty()) {
      return List.of();
    }
    return search
        .bindTo(handle.createQuery(first(search, start)).bind("limit", limit), start)
        .map(
            (row, context) ->
                new DeliveryKey(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    new DeliveryId(row.getObject("delivery_id", UUID.class))))
        .list();
  }

  /** The times alone name the partitions. */
  private <T> List<T> rows(
      Handle handle, List<DeliveryKey> keys, PageStart start, RowMapper<T> mapper) {
    if (keys.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT "
            + columns
            + "\nFROM unnest(:organizations::uuid[], :times::timestamptz[], :ids::uuid[])"
            + " k (organization_id, received_at, delivery_id)"
            + eachOf("k", row, "AND received_at BETWEEN :first AND :last")
            + joined
            + start.order();
    List<OffsetDateTime> times =
        keys.stream().map(key -> key.id().receivedAt().atOffset(ZoneOffset.UTC)).toList();
    return handle
        .createQuery(sql)
        .bindArray(
            "organizations",
            UUID.class,
            keys.stream().map(key -> key.organization().value()).toList())
        .bindArray("times", OffsetDateTime.class, times)
        .bindArray("ids", UUID.class, keys.stream().map(key -> key.id().value()).toList())
        .bind("first", Collections.min(times))
        .bind("last", Collections.max(times))
        .map(mapper)
        .list();
  }

  /**
   * The newest deliveries of a search from a start on with their bodies: so many that these have
   * about so many bytes together, and one at least if there is one.
   */
  <T> List<T> atOnce(
      Handle handle,
      DeliverySearch search,
      PageStart start,
      int rows,
      int bytes,
      RowMapper<T> mapper) {
    if (search.ways(start).isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT "
            + columns
            + ", d.body FROM (SELECT n.*, sum(n.body_bytes) OVER ("
            + BEFORE
            + ") - n.body_bytes AS bytes_before FROM ("
            + rows(search, start)
            + ") n) d\n"
            + WEBHOOKS
            + "WHERE d.bytes_before < :bytes\n"
            + start.order();
    return search
        .bindTo(handle.createQuery(sql).bind("limit", rows).bind("bytes", bytes), start)
        .map(mapper)
        .list();
  }

  /** One way may lead straight to rows in their order; else the keys are put in order first. */
  private String rows(DeliverySearch search, PageStart start) {
    List<DeliveryConditions> ways = search.ways(start);
    DeliveryConditions way = ways.getFirst();
    return ways.size() == 1 && way.areInOrder()
        ? "SELECT d.*" + way.from() + way.whereInOrder() + start.order() + " LIMIT :limit"
        : "SELECT d.* FROM ("
            + first(search, start)
            + ") k"
            + eachOf("k", "*", search.during())
            + start.order();
  }

  /** How many deliveries a search finds, and at most so many. */
  long count(Handle handle, DeliverySearch search, int limit) {
    if (search.ways(PageStart.NEWEST).isEmpty()) {
      return 0;
    }
    String sql = "SELECT count(*) FROM (" + keys(search, PageStart.NEWEST, "") + ") k";
    Query query = search.bindTo(handle.createQuery(sql).bind("limit", limit), PageStart.NEWEST);
    return Math.min(limit, query.mapTo(Long.class).one()); // each way may have so many
  }

  /**
   * How PostgreSQL would find what a search finds; its first line tells how many rows it expects.
   */
  Query plan(Handle handle, DeliverySearch search) {
    String sql = "EXPLAIN SELECT 1 FROM (" + keys(search, PageStart.NEWEST, "") + ") k";
    return search.bindTo(
        handle.createQuery(sql).bind("limit", Integer.MAX_VALUE), PageStart.NEWEST);
  }

  /** When the last of so many of the newest was received that a search finds. */
  Query reached(Handle handle, DeliverySearch search, int limit) {
    String sql = "SELECT min(n.received_at) FROM (" + first(search, PageStart.NEWEST) + ") n";
    return search.bindTo(handle.createQuery(sql).bind("limit", limit), PageStart.NEWEST);
  }

  /** The keys of the first of all ways together. */
  private String first(DeliverySearch search, PageStart start) {
    String order = start.order();
    return "SELECT d.* FROM (" + keys(search, start, order) + ") d\n" + order + " LIMIT :limit";
  }

  private String keys(DeliverySearch search, PageStart start, String order) {
    return search.ways(start).stream()
        .map(
            way ->
                "("
                    + KEYS
                    + way.from()
                    + found
                    + (order.isEmpty() ? way.where() : way.whereInOrder())
                    + order
                    + " LIMIT :limit)")
        .collect(Collectors.joining("\nUNION\n"));
  }

  /** When the first delivery was received that is still there; null if there is none. */
  static Query first(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            "SELECT min(received_at) FROM deliveries WHERE organization_id = :organization")
        .bind("organization", organization.value());
  }

  /**
   * One delivery.
   *
   * @param more further columns, each with a comma before it
   */
  Query one(Handle handle, DeliveryKey delivery, String more) {
    return keyed(
        handle.createQuery(
            "SELECT "
                + columns
                + more
                + "\nFROM deliveries d\n"
                + joined
                + """
                WHERE d.organization_id = :organization AND d.received_at = :receivedAt AND d.delivery_id = :id
                """),
        delivery);
  }

  /**
   * The deliveries after one, the oldest first, up to and including another one.
   *
   * @param more further columns, each with a comma before it
   */
  Query between(
      Handle handle, OrganizationId organization, DeliveryId after, DeliveryId last, String more) {
    return handle
        .createQuery("SELECT " + columns + more + "\nFROM deliveries d\n" + joined + BETWEEN)
        .bind("organization", organization.value())
        .bind("afterTime", after.receivedAt())
        .bind("afterId", after.value())
        .bind("lastTime", last.receivedAt())
        .bind("lastId", last.value());
  }

  /**
   * Joins the rows of keys, as {@code d}: each is read by its key, whatever PostgreSQL expects. It
   * may take all that an organization has for a row or so, as it does whenever a day has just
   * begun: a plain join then compares all of it with each of the keys.
   *
   * @param keys what has the keys' columns
   * @param columns of a row
   * @param during what else is known of the time, of {@code received_at}: it names the partitions
   */
  static String eachOf(String keys, String columns, String during) {
    return """

        CROSS JOIN LATERAL (
          SELECT %2$s FROM deliveries
          WHERE organization_id = %1$s.organization_id AND received_at = %1$s.received_at AND delivery_id = %1$s.delivery_id
            %3$s
          OFFSET 0) d
        """
        .formatted(keys, columns, during);
  }

  static <S extends SqlStatement<S>> S keyed(S statement, DeliveryKey delivery) {
    return statement
        .bind("organization", delivery.organization().value())
        .bind("receivedAt", delivery.id().receivedAt())
        .bind("id", delivery.id().value());
  }
}
