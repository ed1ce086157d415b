package dev.inlet.deliveries;

import dev.inlet.deliveries.DeliveryFilter.PropertyValue;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.PrivacyHistory.Version;
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
 * @param terms where payloads have what is looked for; null if nothing of a payload is
 * @param among which deliveries are looked at; null for all
 * @param privacy what must not be found out; null if nothing of a payload is looked for
 * @param bodies what was found by reading bodies
 */
record DeliverySearch(
    @Nullable OrganizationId organization,
    DeliveryFilter filter,
    @Nullable SoughtTerms terms,
    @Nullable List<DeliveryId> among,
    @Nullable SearchPrivacy privacy,
    BodySearch.Found bodies) {

  /** As with {@link DeliveryConditions#sourceIs}: planned for without knowing the value. */
  private static final String RECORD = "d.record_id = (SELECT :text::text)";

  private static final String IN_BODY = "position(convert_to(:text, 'UTF8') IN d.body) > 0";

  /** Their terms tell what is sensitive now: these are looked through by {@link BodySearch}. */
  private static final String NOT_TIGHTENED =
      """
      NOT EXISTS (
        SELECT FROM unnest(:tightenedWebhooks::uuid[], :tightenedVersions::integer[]) AS t (webhook_id, version_number)
        WHERE t.webhook_id = d.webhook_id AND t.version_number = d.version_number)""";

  /** A body holds what is masked. */
  private static final String NOT_PRIVATE =
      """
      NOT EXISTS (
        SELECT FROM webhook_versions o
        WHERE o.organization_id = d.organization_id AND o.webhook_id = d.webhook_id AND o.number = d.version_number
          AND o.privacy IS NOT NULL)""";

  /**
   * Looks the payload up, within a transaction for the organization.
   *
   * @throws ProblemException if there is too much to be looked through
   */
  static DeliverySearch of(Handle handle, OrganizationId organization, DeliveryFilter filter) {
    return filter.isOfPayload()
        ? of(
                handle,
                organization,
                filter,
                SoughtTerms.find(handle, organization, filter),
                SearchPrivacy.read(handle, organization, filter),
                new BodySearch(organization, filter.text()),
                PageStart.NEWEST)
            .whole()
        : masked(organization, filter);
  }

  /**
   * The same with what is known already, as far as it is looked through at once from a start on.
   */
  static DeliverySearch of(
      Handle handle,
      OrganizationId organization,
      DeliveryFilter filter,
      SoughtTerms terms,
      SearchPrivacy privacy,
      BodySearch bodies,
      PageStart start) {
    return new DeliverySearch(organization, filter, terms, null, privacy, BodySearch.Found.NOTHING)
        .lookedThrough(handle, bodies, start);
  }

  /** The same among some deliveries only. */
  static DeliverySearch among(
      Handle handle, OrganizationId organization, DeliveryFilter filter, List<DeliveryId> some) {
    DeliverySearch all =
        new DeliverySearch(
            organization,
            filter,
            filter.isOfPayload() ? SoughtTerms.find(handle, organization, filter) : null,
            some,
            filter.isOfPayload() ? SearchPrivacy.read(handle, organization, filter) : null,
            BodySearch.Found.NOTHING);
    return all.lookedThrough(handle, new BodySearch(organization, filter.text()), PageStart.NEWEST);
  }

  /**
   * Where nothing of a payload is looked for, or may be.
   *
   * @param organization null for any
   */
  static DeliverySearch masked(@Nullable OrganizationId organization, DeliveryFilter filter) {
    return new DeliverySearch(organization, filter, null, null, null, BodySearch.Found.NOTHING);
  }

  private DeliverySearch lookedThrough(Handle handle, BodySearch search, PageStart start) {
    if (terms == null || terms.words() == null || privacy == null) {
      return this;
    }
    BodySearch.Found read =
        search.find(handle, privacy, bodies(privacy, terms.beyond(), start), start);
    return new DeliverySearch(organization, filter, terms, among, privacy, read);
  }

  /** Those whose terms do not say what they can be found by. */
  private List<DeliveryConditions> bodies(
      SearchPrivacy privacy, @Nullable TermMatches beyond, PageStart start) {
    DeliveryConditions all = all(start);
    List<DeliveryConditions> bodies = new ArrayList<>();
    privacy
        .tightenedStretches()
        .forEach(stretch -> bodies.add(all.in(stretch, "t" + bodies.size())));
    if (beyond != null && !beyond.areNone()) {
      DeliveryConditions longOnes = all.having(beyond, "beyond");
      privacy
          .privateStretches()
          .forEach(stretch -> bodies.add(longOnes.in(stretch, "t" + bodies.size())));
    }
    return bodies.stream().filter(some -> !some.areOfNone()).toList();
  }

  /** The time that is meant, of rows that are read by key: it names the partitions. */
  String during() {
    return (filter.from() == null ? "" : "AND received_at >= :from ")
        + (filter.to() == null ? "" : "AND received_at < :to ");
  }

  /** Whether all payloads were looked through that may be looked through. */
  boolean isWhole() {
    return bodies.isWhole();
  }

  /**
   * This one, if all payloads were looked through.
   *
   * @throws ProblemException if not
   */
  DeliverySearch whole() {
    if (!isWhole()) {
      throw new ProblemException(ProblemType.TOOK_TOO_LONG, DeliveryRepository.TOO_LONG);
    }
    return this;
  }

  /**
   * Each way by itself: an index finds it. Together they are what is meant; none of them is empty.
   */
  List<DeliveryConditions> ways(PageStart start) {
    DeliveryConditions all = all(start);
    String text = filter.text();
    List<DeliveryConditions> ways = text == null ? List.of(all) : ways(all, text);
    return ways.stream().filter(way -> !way.areOfNone()).toList();
  }

  private DeliveryConditions all(PageStart start) {
    DeliveryConditions all = DeliveryConditions.of(organization, filter).beside(start);
    PropertyValue wanted = filter.property();
    TermMatches property = terms == null ? null : terms.property();
    if (property != null && wanted != null && privacy != null) {
      all =
          all.having(property, "property")
              .and("d.webhook_id <> ALL(:keeping)", "keeping", privacy.keeping(wanted.name()));
    }
    return among == null ? all : all.among(among, "among");
  }

  private List<DeliveryConditions> ways(DeliveryConditions all, String text) {
    List<DeliveryConditions> ways = new ArrayList<>();
    ways.add(all.and(organization == null ? "d.record_id = :text" : RECORD, "text", text));
    ways.add(all.and(DeliveryConditions.sourceIs("text", organization), "text", text));
    id(text).ifPresent(id -> ways.add(named(all, id)));
    TermMatches words = terms == null ? null : terms.words();
    TermMatches beyond = terms == null ? null : terms.beyond();
    if (words != null && !words.areNone()) {
      ways.add(notTightened(all.having(words, "words")));
    }
    if (beyond != null && !beyond.areNone()) {
      ways.add(
          notTightened(all.having(beyond, "beyond").and(IN_BODY, "text", text)).and(NOT_PRIVATE));
    }
    if (!bodies.deliveries().isEmpty()) {
      ways.add(all.among(bodies.deliveries(), "bodies"));
    }
    return ways;
  }

  private DeliveryConditions notTightened(DeliveryConditions conditions) {
    if (privacy == null || privacy.tightened().isEmpty()) {
      return conditions;
    }
    List<Version> tightened = privacy.tightened();
    UUID[] webhooks =
        tightened.stream().map(version -> version.webhook().value()).toArray(UUID[]::new);
    Integer[] versions = tightened.stream().map(Version::number).toArray(Integer[]::new);
    return conditions
        .and(NOT_TIGHTENED, "tightenedWebhooks", webhooks)
        .with("tightenedVersions", versions);
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

  /** The delivery that a text may name. */
  static Optional<DeliveryId> id(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(UUID::fromString)
          .filter(id -> id.version() == 7)
          .map(DeliveryId::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
