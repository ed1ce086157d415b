package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

  /** Fewer tell too little of what is older: that is counted, too, before it is estimated. */
  private static final int TELLING_MIN = 100;

  private static final Pattern EXPECTED = Pattern.compile("rows=(\\d+)");

  private final Handle handle;
  private final DeliveryQuery query;
  private final DeliverySearch search;
  private final Instant end;
  private final Instant now;

  private DeliveryTally(
      Handle handle, DeliveryQuery query, DeliverySearch search, Instant end, Instant now) {
    this.handle = handle;
    this.query = query;
    this.search = search;
    this.end = end;
    this.now = now;
  }

  static DeliveryCount of(Handle handle, DeliveryQuery query, DeliverySearch search, Instant now) {
    Instant to = search.filter().to();
    // No part of an hour that has only begun has to be counted by itself.
    Instant end = Resolution.HOUR.floor(now).plus(Duration.ofHours(2));
    return new DeliveryTally(handle, query, search, to == null || to.isAfter(end) ? end : to, now)
        .count();
  }

  private DeliveryCount count() {
    Outcome outcome = search.filter().outcome();
    // What is under way is nowhere counted but in an index of its own.
    int limit = outcome != null && outcome.isUnderWay() ? Integer.MAX_VALUE : LIMIT;
    DeliverySearch looked = search;
    long counted = count(looked, limit);
    while (counted < TELLING_MIN && looked.rest() != null) {
      looked = looked.further(handle);
      counted += count(looked, limit);
    }
    return counted < limit && looked.rest() == null
        ? DeliveryCount.exactly(counted)
        : DeliveryCount.about(Math.max(counted, estimate(looked, counted)));
  }

  private long count(DeliverySearch part, int limit) {
    return query.count(handle, part, limit).mapTo(Long.class).one();
  }

  private long estimate(DeliverySearch looked, long counted) {
    OrganizationId organization = search.organization();
    return organization == null ? expected() : estimate(organization, looked, counted);
  }

  private long expected() {
    String plan = query.plan(handle, search).mapTo(String.class).first();
    Matcher rows = EXPECTED.matcher(plan);
    return rows.find() ? Long.parseLong(rows.group(1)) : 0;
  }

  private long estimate(OrganizationId organization, DeliverySearch looked, long counted) {
    long ended = ended(organization, beginning(organization, looked.beginning()));
    if (search.filter().isCounted()) {
      return ended;
    }
    long passed = Math.max(counted, ended(organization, reached(looked, counted)));
    return Math.round((double) counted * ended / passed);
  }

  /** How far was counted. */
  private Instant reached(DeliverySearch looked, long counted) {
    return counted < LIMIT
        ? Objects.requireNonNull(looked.filter().from())
        : query
            .reached(handle, looked, LIMIT)
            .mapTo(OffsetDateTime.class)
            .map(OffsetDateTime::toInstant)
            .one();
  }

  /** The first that is still there: counts are kept for longer than what they count. */
  private Instant beginning(OrganizationId organization, @Nullable Instant asked) {
    Instant from = asked == null ? Instant.EPOCH : asked;
    Instant first = Resolution.HOUR.floor(LogEnds.read(handle, organization).from());
    return from.isBefore(first) ? first : from;
  }

  private long ended(OrganizationId organization, Instant from) {
    CountedTime time = CountedTime.of(from, end, Resolution.HOUR.length(), now);
    return EndedDeliveries.count(handle, organization, search.filter(), time);
  }
}
