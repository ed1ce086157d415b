package dev.inlet.deliveries;

import dev.inlet.deliveries.SearchPrivacy.Stretch;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of deliveries ({@code d}) have to be, as SQL and its values. Whatever shows,
 * counts, exports or replays what a filter means asks for it by these.
 */
final class DeliveryConditions {

  /** Nodes learn of a new version within seconds. */
  private static final String OF_VERSION =
      """
      d.version_number = :version
        AND d.received_at >= (SELECT created_at FROM webhook_versions WHERE webhook_id = :webhook AND number = :version)
        AND d.received_at < coalesce((SELECT created_at FROM webhook_versions
                                      WHERE webhook_id = :webhook AND number = :version + 1), 'infinity') + interval '1 minute'""";

  private final List<Condition> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private @Nullable Few few;

  /**
   * What a row has to be.
   *
   * @param inOrder the same where rows are read in order, until there are enough
   */
  private record Condition(String sql, String inOrder) {

    static Condition of(String sql) {
      return new Condition(sql, sql);
    }
  }

  /**
   * The only deliveries that can be meant.
   *
   * @param name tells them from others of the statement
   */
  private record Few(String name, List<DeliveryId> deliveries) {

    Few and(String another, List<DeliveryId> others) {
      Set<DeliveryId> both = new LinkedHashSet<>(deliveries);
      both.retainAll(new HashSet<>(others));
      return new Few(name + another, List.copyOf(both));
    }
  }

  private DeliveryConditions() {}

  private DeliveryConditions(DeliveryConditions others) {
    conditions.addAll(others.conditions);
    values.putAll(others.values);
    few = others.few;
  }

  /**
   * What a filter says of columns; its text and what it says of the payload are more than that.
   *
   * @param organization null for any
   */
  static DeliveryConditions of(@Nullable OrganizationId organization, DeliveryFilter filter) {
    DeliveryConditions all = new DeliveryConditions();
    all.add("d.organization_id = :organization", "organization", value(organization));
    all.add("d.webhook_id = :webhook", "webhook", filter.webhook());
    all.add(OF_VERSION, "version", filter.version());
    all.addWord("d.outcome = '%s'", filter.outcome());
    all.addWord("d.reason = '%s' AND " + DeliveryColumns.ENDED, filter.reason());
    all.add("d.received_at >= :from", "from", filter.from());
    all.add("d.received_at < :to", "to", filter.to());
    all.add(sourceIs("source", organization), "source", filter.source());
    return all;
  }

  /**
   * An address of an organization is asked for without PostgreSQL knowing which when it plans: one
   * that is frequent among all others' would have it go through the whole of this one's log.
   */
  static String sourceIs(String name, @Nullable OrganizationId organization) {
    return organization == null
        ? "d.source_address = :" + name
        : "d.source_address = (SELECT :" + name + "::text)";
  }

  private static @Nullable UUID value(@Nullable OrganizationId organization) {
    return organization == null ? null : organization.value();
  }

  private void add(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(Condition.of(condition));
      values.put(name, value);
    }
  }

  /** As it stands: of a parameter PostgreSQL would not know which partial index it fits. */
  private void addWord(String condition, @Nullable Enum<?> word) {
    if (word != null) {
      conditions.add(Condition.of(condition.formatted(word.name())));
    }
  }

  /** These and one more. */
  DeliveryConditions and(String condition, String name, Object value) {
    DeliveryConditions more = new DeliveryConditions(this);
    more.add(condition, name, value);
    return more;
  }

  /** These, of which one has another value. */
  DeliveryConditions with(String name, Object value) {
    DeliveryConditions more = new DeliveryConditions(this);
    more.values.put(name, value);
    return more;
  }

  /**
   * These, of some versions of a webhook.
   *
   * @param name tells them from others of the statement
   */
  DeliveryConditions in(Stretch stretch, String name) {
    return and(
            """
            d.webhook_id = :%1$sWebhook AND d.version_number = ANY(:%1$sVersions)
              AND d.received_at >= :%1$sFrom AND d.received_at < :%1$sTo"""
                .formatted(name),
            name + "Webhook",
            stretch.webhook())
        .with(name + "Versions", stretch.versions())
        .with(name + "From", stretch.from())
        .with(name + "To", stretch.to());
  }

  /** These and one more. */
  DeliveryConditions and(String condition) {
    DeliveryConditions more = new DeliveryConditions(this);
    more.conditions.add(Condition.of(condition));
    return more;
  }

  /** These, on the right side of where a page begins. */
  DeliveryConditions beside(PageStart start) {
    DeliveryId beside = start.beside();
    if (beside == null) {
      return this;
    }
    // The time alone names the partitions, and is what an index may begin with.
    return and(
            start.isTowardsNewer()
                ? "(d.received_at, d.delivery_id) > (:startTime, :startId)"
                : "(d.received_at, d.delivery_id) < (:startTime, :startId)",
            "startId",
            beside.value())
        .and(
            start.isTowardsNewer() ? "d.received_at >= :startTime" : "d.received_at <= :startTime",
            "startTime",
            beside.receivedAt());
  }

  /**
   * These, where terms occur too.
   *
   * @param name tells these terms from others of the statement
   */
  DeliveryConditions having(TermMatches found, String name) {
    return found.areFew() ? among(found.deliveries(), name) : having(found.terms(), name);
  }

  /**
   * Of rows in order one after the other is looked up by its key, as {@link DeliveryQuery#eachOf}
   * has it: whether they exist PostgreSQL would answer by a join.
   */
  private DeliveryConditions having(List<Long> terms, String name) {
    String having =
        """
        SELECT t.terms @> :%sTerms FROM delivery_terms t
        WHERE t.organization_id = d.organization_id AND t.received_at = d.received_at AND t.delivery_id = d.delivery_id"""
            .formatted(name);
    DeliveryConditions more = with(name + "Terms", terms.toArray(Long[]::new));
    more.conditions.add(
        new Condition(
            "EXISTS (" + having + " AND t.terms @> :%sTerms)".formatted(name), "(" + having + ")"));
    return more;
  }

  /**
   * These, of some deliveries.
   *
   * @param name tells these deliveries from others of the statement
   */
  DeliveryConditions among(List<DeliveryId> some, String name) {
    DeliveryConditions more = new DeliveryConditions(this);
    more.few = few == null ? new Few(name, some) : few.and(name, some);
    return more;
  }

  /**
   * Where rows are looked for, as {@code d}. Each of a few by its key, whatever else is asked for:
   * PostgreSQL would rather go through the whole log in order, as it hopes to meet them soon.
   */
  String from() {
    return few == null
        ? "\nFROM deliveries d"
        : """

          FROM (SELECT :organization AS organization_id, *
                FROM unnest(:%1$sTimes::timestamptz[], :%1$sIds::uuid[]) f (received_at, delivery_id)) few%2$s"""
            .formatted(
                few.name(),
                DeliveryQuery.eachOf(
                    "few",
                    "*",
                    "AND received_at BETWEEN :%1$sFirst AND :%1$sLast".formatted(few.name())));
  }

  /** Whether no row can be meant. */
  boolean areOfNone() {
    return few != null && few.deliveries().isEmpty();
  }

  /** Whether rows are found by an index in the order of their times. */
  boolean areInOrder() {
    return few == null;
  }

  /** What the rows have to be. */
  String where() {
    return where(Condition::sql);
  }

  /** The same where they are read in order, until there are enough. */
  String whereInOrder() {
    return where(Condition::inOrder);
  }

  private String where(Function<Condition, String> form) {
    return conditions.isEmpty()
        ? "\n"
        : "\nWHERE " + conditions.stream().map(form).collect(Collectors.joining("\n  AND ")) + "\n";
  }

  Query bindTo(Query query) {
    query.bindMap(values);
    if (few != null) {
      List<OffsetDateTime> times =
          few.deliveries().stream().map(id -> id.receivedAt().atOffset(ZoneOffset.UTC)).toList();
      query.bindArray(few.name() + "Times", OffsetDateTime.class, times);
      query.bind(few.name() + "First", Collections.min(times));
      query.bind(few.name() + "Last", Collections.max(times));
      query.bindArray(
          few.name() + "Ids",
          UUID.class,
          few.deliveries().stream().map(DeliveryId::value).toList());
    }
    return query;
  }
}
