package dev.inlet.deliveries;

import dev.inlet.deliveries.DeliveryFilter.PropertyValue;
import dev.inlet.deliveries.terms.Terms;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A filter whose words have been looked up: all ways in which a delivery can be what it means.
 *
 * @param organization null for any
 * @param property where the property has the value; null if none is asked for
 * @param words where the text's words are; null if they are not looked for
 * @param beyond what has more words than can be found; null if none are looked for
 * @param among which deliveries are looked at; null for all
 */
record DeliverySearch(
    @Nullable OrganizationId organization,
    DeliveryFilter filter,
    @Nullable TermMatches property,
    @Nullable TermMatches words,
    @Nullable TermMatches beyond,
    @Nullable TermMatches among) {

  /**
   * By the index of the organization, whatever the value: one that is frequent among others' would
   * have PostgreSQL go through theirs. So it plans without knowing the value.
   */
  private static final String RECORD = "d.record_id = (SELECT :text::text)";

  /** Of whichever organization: as the index for that has it, which no member's question fits. */
  private static final String RECORD_OF_ANY = "left(d.record_id, 200) = :text";

  private static final String IN_BODY = "position(convert_to(:text, 'UTF8') IN d.body) > 0";

  /**
   * Terms are without what was sensitive when they were written. What became so later must not be
   * found out by looking for it: see {@link DeliveryMasks}.
   */
  private static final String AS_PRIVATE_AS_NOW =
      """
      NOT EXISTS (
        SELECT FROM webhooks w
        JOIN webhook_versions n
          ON n.organization_id = w.organization_id AND n.webhook_id = w.webhook_id AND n.number = w.version_number
        JOIN webhook_versions o
          ON o.organization_id = w.organization_id AND o.webhook_id = w.webhook_id AND o.number = d.version_number
        WHERE w.organization_id = d.organization_id AND w.webhook_id = d.webhook_id
          AND n.privacy IS NOT NULL AND n.privacy::text IS DISTINCT FROM o.privacy::text)""";

  /** A body holds what is masked. */
  private static final String NOT_PRIVATE =
      """
      NOT EXISTS (
        SELECT FROM webhook_versions o
        WHERE o.organization_id = d.organization_id AND o.webhook_id = d.webhook_id AND o.number = d.version_number
          AND o.privacy IS NOT NULL)""";

  /** Looks the payload up, within a transaction for the organization. */
  static DeliverySearch of(Handle handle, OrganizationId organization, DeliveryFilter filter) {
    Terms terms = new Terms(organization);
    PropertyValue property = filter.property();
    List<Long> words = filter.text() == null ? List.of() : terms.words(filter.text());
    return new DeliverySearch(
        organization,
        filter,
        property == null
            ? null
            : TermSearch.find(
                handle,
                organization,
                List.of(terms.property(property.name(), property.value())),
                filter),
        words.isEmpty() ? null : TermSearch.find(handle, organization, words, filter),
        words.isEmpty()
            ? null
            : TermSearch.find(handle, organization, List.of(terms.beyond()), filter),
        null);
  }

  /** For whoever may not see a payload: nothing of it is looked up. */
  static DeliverySearch masked(@Nullable OrganizationId organization, DeliveryFilter filter) {
    return new DeliverySearch(organization, filter, null, null, null, null);
  }

  /** The same among some deliveries only. */
  DeliverySearch among(List<DeliveryId> some) {
    return new DeliverySearch(
        organization, filter, property, words, beyond, new TermMatches(List.of(), some, true));
  }

  /** Each way by itself: an index finds it. Together they are what is meant. */
  List<DeliveryConditions> ways(PageStart start) {
    DeliveryConditions all = DeliveryConditions.of(organization, filter).from(start);
    if (property != null) {
      all = all.having(property, "property").and(AS_PRIVATE_AS_NOW);
    }
    if (among != null) {
      all = all.having(among, "among");
    }
    String text = filter.text();
    return text == null ? List.of(all) : ways(all, text);
  }

  private List<DeliveryConditions> ways(DeliveryConditions all, String text) {
    List<DeliveryConditions> ways = new ArrayList<>();
    ways.add(all.and(organization == null ? RECORD_OF_ANY : RECORD, "text", text));
    ways.add(all.and("d.source_address = :text", "text", text));
    uuid(text).ifPresent(id -> ways.add(named(all, new DeliveryId(id))));
    if (words != null && !words.areNone()) {
      ways.add(all.having(words, "words").and(AS_PRIVATE_AS_NOW));
    }
    if (beyond != null && !beyond.areNone()) {
      ways.add(
          all.having(beyond, "beyond")
              .and(IN_BODY, "text", text)
              .and(AS_PRIVATE_AS_NOW)
              .and(NOT_PRIVATE));
    }
    return ways;
  }

  /** Whether an index leads straight to the first page; all else may be met seldom on the way. */
  static boolean isLight(DeliveryFilter filter) {
    long narrowed =
        Stream.of(filter.webhook(), filter.outcome(), filter.reason(), filter.source())
            .filter(Objects::nonNull)
            .count();
    return narrowed <= 1 && filter.text() == null && filter.property() == null;
  }

  private static DeliveryConditions named(DeliveryConditions all, DeliveryId id) {
    return all.and("d.delivery_id = :textId", "textId", id.value())
        .and("d.received_at = :textTime", "textTime", id.receivedAt());
  }

  Query bindTo(Query query, PageStart start) {
    ways(start).forEach(way -> way.bindTo(query));
    return query;
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.version() == 7);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
