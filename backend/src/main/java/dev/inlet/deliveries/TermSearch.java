package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Looks where terms occur. Of rare ones it finds every place; frequent ones are better met on the
 * way through the deliveries. In between, a page is shown by those places that are next to its
 * start, found by days of the journal: what was in every delivery of a week long ago is never met
 * on the way.
 *
 * <p>Within a transaction for the organization, as a role that sees terms alone.
 */
final class TermSearch {

  /** So many are found and joined well within a second. */
  private static final int FEW_MAX = 10_000;

  private static final Duration DAY = Duration.ofDays(1);

  private final Handle handle;
  private final OrganizationId organization;
  private final LogEnds time;

  private TermSearch(Handle handle, OrganizationId organization, LogEnds time) {
    this.handle = handle;
    this.organization = organization;
    this.time = time;
  }

  /** In the time that the filter means, as far as the journal goes. */
  static TermSearch within(Handle handle, OrganizationId organization, DeliveryFilter filter) {
    return new TermSearch(
        handle,
        organization,
        LogEnds.read(handle, organization).within(filter.from(), filter.to()));
  }

  /** The same, on the side of a page's start that it shows. */
  TermSearch from(PageStart start) {
    DeliveryId beside = start.beside();
    if (beside == null) {
      return this;
    }
    return new TermSearch(
        handle,
        organization,
        start.isTowardsNewer()
            ? time.within(beside.receivedAt(), null)
            : time.within(null, beside.receivedAt().plusMillis(1)));
  }

  /** All places, or that there are many. */
  TermMatches all(List<Long> terms) {
    List<DeliveryId> found = read(terms, time.from(), time.to(), FEW_MAX + 1);
    return found.size() > FEW_MAX ? TermMatches.many(terms) : TermMatches.few(terms, found);
  }

  /**
   * The places next to one end, in whole days: in the first one, in two more, in four more and so
   * on, as long as they are few. Where the first day alone has many, there are many everywhere.
   */
  TermMatches nearest(List<Long> terms, boolean isFromTheOldest) {
    List<DeliveryId> found = new ArrayList<>();
    Days days = isFromTheOldest ? Days.upwards(time) : Days.downwards(time);
    while (!days.areOver()) {
      int left = FEW_MAX - found.size();
      List<DeliveryId> more = read(terms, days.from(), days.to(), left + 1);
      if (more.size() <= left) {
        found.addAll(more);
        days = days.next();
      } else if (days.number() > 1) {
        days = days.first();
      } else {
        return found.isEmpty()
            ? TermMatches.many(terms)
            : TermMatches.fewUpTo(days.edge(), terms, found);
      }
    }
    return TermMatches.few(terms, found);
  }

  private List<DeliveryId> read(List<Long> terms, Instant from, Instant to, int limit) {
    return Database.asSearcher(
        handle,
        () ->
            handle
                .createQuery(
                    """
                    SELECT delivery_id FROM delivery_terms
                    WHERE terms @> :terms AND organization_id = :organization
                      AND received_at >= :from AND received_at < :to
                    LIMIT :limit
                    """)
                .bind("organization", organization.value())
                .bindArray("terms", Long.class, terms)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(DeliveryId::new)
                .list());
  }

  /**
   * Some days of a stretch of time, and what of it comes after them.
   *
   * @param edge where these days begin, seen from where they are counted
   * @param end where the stretch ends, seen from there
   * @param number how many days, of which the first may be a part of one
   */
  private record Days(Instant edge, Instant end, int number, boolean isUpwards) {

    static Days upwards(LogEnds time) {
      return new Days(time.from(), time.to(), 1, true);
    }

    static Days downwards(LogEnds time) {
      return new Days(time.to(), time.from(), 1, false);
    }

    boolean areOver() {
      return isUpwards ? !edge.isBefore(end) : !edge.isAfter(end);
    }

    Days next() {
      return new Days(last(), end, number * 2, isUpwards);
    }

    Days first() {
      return new Days(edge, end, 1, isUpwards);
    }

    Instant from() {
      return isUpwards ? edge : last();
    }

    Instant to() {
      return isUpwards ? last() : edge;
    }

    private Instant last() {
      if (isUpwards) {
        Instant last = Resolution.floor(edge, DAY).plus(DAY.multipliedBy(number));
        return last.isBefore(end) ? last : end;
      }
      Instant last = Resolution.floor(edge.minusMillis(1), DAY).minus(DAY.multipliedBy(number - 1));
      return last.isAfter(end) ? last : end;
    }
  }
}
