package dev.inlet.deliveries;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * How many deliveries a search finds. A few thousand are counted. Of more it is told about how many
 * there are: what is counted as deliveries end knows that of an organization's webhooks, outcomes
 * and times, and all else is taken to be as frequent everywhere as among the newest. To add up what
 * all organizations have would take long, too: of them it is told what PostgreSQL expects.
 */
final class DeliveryTally {

  private static final int COUNTED_MAX = 10_000;

  /** One more than are counted says that there are more. */
  private static final int LIMIT = COUNTED_MAX + 1;

  /** So long is counted, part by part, however few come together. */
  private static final Duration COUNTED_FOR = Duration.ofSeconds(3);

  /** Fewer tell too little of what is older: that is counted, too, before it is estimated. */
  private static final int TELLING_MIN = 100;

  private static final Pattern EXPECTED = Pattern.compile("rows=(\\d+)");

  private final Handle handle;
  private final DeliveryQuery query;
  private final DeliveryParts parts;
  private final Instant now;
  private final Deadline time = Deadline.in(COUNTED_FOR);

  /** Of a search that has not begun yet. */
  DeliveryTally(Handle handle, DeliveryQuery query, DeliveryParts parts, Instant now) {
    this.handle = handle;
    this.query = query;
    this.parts = parts;
    this.now = now;
  }

  /**
   * Counts, or estimates.
   *
   * @throws ProblemException if there is too much to be looked through
   */
  DeliveryCount count() {
    long named = parts.named().map(one -> query.count(handle, one, LIMIT)).orElse(0L);
    return named > 0 ? DeliveryCount.exactly(named) : countParts();
  }

  private DeliveryCount countParts() {
    Outcome outcome = parts.filter().outcome();
    // What is under way is nowhere counted but in an index of its own.
    int limit = outcome != null && outcome.isUnderWay() ? Integer.MAX_VALUE : LIMIT;
    boolean canBeEstimated = outcome == null || !outcome.isUnderWay();
    long counted = 0;
    while (!parts.areOver()) {
      DeliverySearch part = parts.next().whole();
      int left = limit - Math.toIntExact(counted);
      long more = query.count(handle, part, left);
      counted += more;
      boolean isEnough = canBeEstimated && counted >= TELLING_MIN && time.remaining().isZero();
      if (more >= left || (isEnough && !parts.areOver())) {
        Instant reached = more >= left ? reached(part, left) : part.filter().from();
        return DeliveryCount.about(
            Math.max(counted, estimate(counted, Objects.requireNonNull(reached))));
      }
    }
    return DeliveryCount.exactly(counted);
  }

  private long estimate(long counted, Instant reached) {
    OrganizationId organization = parts.organization();
    return organization == null ? expected() : estimate(organization, counted, reached);
  }

  private long estimate(OrganizationId organization, long counted, Instant reached) {
    long ended = ended(organization, beginning(organization));
    if (parts.filter().isCounted()) {
      return ended;
    }
    long passed = Math.max(counted, ended(organization, reached));
    return Math.round((double) counted * ended / passed);
  }

  /** When the last of so many was received. */
  private Instant reached(DeliverySearch part, int number) {
    return query
        .reached(handle, part, number)
        .mapTo(OffsetDateTime.class)
        .map(OffsetDateTime::toInstant)
        .one();
  }

  private long expected() {
    DeliverySearch whole = DeliverySearch.masked(null, parts.filter());
    String plan = query.plan(handle, whole).mapTo(String.class).first();
    Matcher rows = EXPECTED.matcher(plan);
    return rows.find() ? Long.parseLong(rows.group(1)) : 0;
  }

  /** The first that is still there: counts are kept for longer than what they count. */
  private Instant beginning(OrganizationId organization) {
    Instant from = Optional.ofNullable(parts.filter().from()).orElse(Instant.EPOCH);
    return DeliveryQuery.first(handle, organization)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(first -> Resolution.HOUR.floor(first.toInstant()))
        .filter(from::isBefore)
        .orElse(from);
  }

  private long ended(OrganizationId organization, Instant from) {
    CountedTime time = CountedTime.of(from, end(), Resolution.HOUR.length(), now);
    return EndedDeliveries.count(handle, organization, parts.filter(), time);
  }

  /** No part of an hour that has only begun has to be counted by itself. */
  private Instant end() {
    Instant to = parts.filter().to();
    Instant end = Resolution.HOUR.floor(now).plus(Duration.ofHours(2));
    return to == null || to.isAfter(end) ? end : to;
  }
}
