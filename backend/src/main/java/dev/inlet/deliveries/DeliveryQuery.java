package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The statement that lists and shows deliveries, to members and to support staff. Members see those
 * of their organization whole; support staff see everybody's, and of them the columns that their
 * role is granted.
 */
final class DeliveryQuery {

  private static final String COLUMNS =
      """
      d.delivery_id, d.received_at, d.webhook_id, w.name AS webhook_name, d.version_number, d.outcome, d.reason,
      d.status_code, d.record_id, d.source_address, d.body_bytes, d.body_is_partial, d.finished_at,
      d.replays_begun""";

  private static final String FROM =
      """

      FROM deliveries d
      LEFT JOIN webhooks w ON w.organization_id = d.organization_id AND w.webhook_id = d.webhook_id
      """;

  /** The times alone name the partitions. */
  private static final String BETWEEN =
      """
      WHERE d.organization_id = :organization AND d.received_at BETWEEN :afterTime AND :lastTime
        AND (d.received_at, d.delivery_id) > (:afterTime, :afterId)
        AND (d.received_at, d.delivery_id) <= (:lastTime, :lastId)
      ORDER BY d.received_at, d.delivery_id
      """;

  private static final String TEXT = "d.record_id = :text OR d.source_address = :text";

  /** Whoever may not see a value must not find out by looking for it: see {@link DeliveryMasks}. */
  private static final String UNMASKED =
      """
      NOT EXISTS (
        SELECT 1 FROM webhook_versions v
        WHERE v.organization_id = d.organization_id AND v.webhook_id = d.webhook_id
          AND v.number IN (d.version_number, w.version_number) AND v.privacy IS NOT NULL
          AND (v.number <> d.version_number OR json_array_length(v.privacy->'masked') > 0))""";

  static final DeliveryQuery WHOLE =
      new DeliveryQuery(
          COLUMNS + ", d.error, d.first_violation",
          FROM,
          TEXT + " OR (position(convert_to(:text, 'UTF8') IN d.body) > 0 AND " + UNMASKED + ")");

  /** Of a deleted organization there is nothing to help with: what is left of it is not shown. */
  static final DeliveryQuery MASKED =
      new DeliveryQuery(
          COLUMNS + ", d.organization_id, o.name AS organization_name",
          FROM + "JOIN organizations o ON o.organization_id = d.organization_id\n",
          TEXT);

  private final String columns;
  private final String from;
  private final String text;

  private DeliveryQuery(String columns, String from, String text) {
    this.columns = columns;
    this.from = from;
    this.text = text;
  }

  /**
   * The newest deliveries first, from a point on.
   *
   * @param organization null for those of all
   */
  Query list(
      Handle handle, @Nullable OrganizationId organization, DeliveryFilter filter, int limit) {
    Conditions conditions = conditions(organization, filter);
    String order = "ORDER BY d.received_at DESC, d.delivery_id DESC LIMIT :limit";
    return handle
        .createQuery("SELECT " + columns + from + conditions.sql() + order)
        .bindMap(conditions.values())
        .bind("limit", limit);
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
                + from
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
        .createQuery("SELECT " + columns + more + from + BETWEEN)
        .bind("organization", organization.value())
        .bind("afterTime", after.receivedAt())
        .bind("afterId", after.value())
        .bind("lastTime", last.receivedAt())
        .bind("lastId", last.value());
  }

  static <S extends SqlStatement<S>> S keyed(S statement, DeliveryKey delivery) {
    return statement
        .bind("organization", delivery.organization().value())
        .bind("receivedAt", delivery.id().receivedAt())
        .bind("id", delivery.id().value());
  }

  private Conditions conditions(@Nullable OrganizationId organization, DeliveryFilter filter) {
    Conditions conditions = new Conditions();
    conditions.add(
        "d.organization_id = :organization",
        "organization",
        organization == null ? null : organization.value());
    conditions.add("d.webhook_id = :webhook", "webhook", filter.webhook());
    conditions.add("d.outcome = :outcome", "outcome", filter.outcome());
    conditions.add("d.reason = :reason AND " + DeliveryColumns.ENDED, "reason", filter.reason());
    conditions.add("d.received_at >= :from", "from", filter.from());
    conditions.add("d.received_at < :to", "to", filter.to());
    addText(conditions, filter.text());
    addBefore(conditions, filter.before());
    return conditions;
  }

  private void addText(Conditions conditions, @Nullable String sought) {
    if (sought != null) {
      Optional<UUID> id = uuid(sought);
      conditions.add(
          id.isPresent() ? "(d.delivery_id = :textAsId OR " + text + ")" : "(" + text + ")",
          "text",
          sought);
      id.ifPresent(value -> conditions.bind("textAsId", value));
    }
  }

  private static void addBefore(Conditions conditions, @Nullable DeliveryId before) {
    if (before != null) {
      // The time alone names the partitions, and is what an index may begin with.
      conditions.add(
          "d.received_at <= :beforeTime AND (d.received_at, d.delivery_id) < (:beforeTime, :beforeId)",
          "beforeId",
          before.value());
      conditions.bind("beforeTime", before.receivedAt());
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a row has to be; what is null narrows nothing. */
  private static final class Conditions {

    private final StringJoiner sql = new StringJoiner("\n  AND ", "WHERE ", "\n").setEmptyValue("");
    private final Map<String, Object> values = new HashMap<>();

    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        sql.add(condition);
        bind(name, value);
      }
    }

    void bind(String name, Object value) {
      values.put(name, value);
    }

    String sql() {
      return sql.toString();
    }

    Map<String, Object> values() {
      return values;
    }
  }
}
