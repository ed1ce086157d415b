package dev.inlet.deliveries;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A search in parts of the time that its filter means, from the start of a page on: whoever has
 * enough asks for no more. Where words of a part are in more deliveries than can be carried about,
 * it becomes one day; where they still are, they are met soon, and the part is all that is left.
 */
final class DeliveryParts {

  /** As long as one statement may take. */
  private static final Duration LOOKED_FOR_MAX = Duration.ofSeconds(8);

  private final Handle handle;
  private final @Nullable OrganizationId organization;
  private final DeliveryFilter filter;
  private final PageStart start;
  private final boolean isMasked;
  private final Deadline deadline = Deadline.in(LOOKED_FOR_MAX);
  private @Nullable SearchPrivacy privacy;
  private @Nullable BodySearch bodies;
  private @Nullable Days next;
  private boolean areWhole = true;

  private DeliveryParts(
      Handle handle,
      @Nullable OrganizationId organization,
      DeliveryFilter filter,
      PageStart start,
      Instant now,
      boolean isMasked) {
    this.handle = handle;
    this.organization = organization;
    this.filter = filter;
    this.start = start;
    this.isMasked = isMasked;
    this.next = Days.first(filter, start, now);
  }

  /** Within a transaction for the organization. */
  static DeliveryParts of(
      Handle handle,
      OrganizationId organization,
      DeliveryFilter filter,
      PageStart start,
      Instant now) {
    return new DeliveryParts(handle, organization, filter, start, now, false);
  }

  /**
   * For whoever may not see a payload: nothing of it is looked up.
   *
   * @param organization null for any
   */
  static DeliveryParts masked(
      Handle handle,
      @Nullable OrganizationId organization,
      DeliveryFilter filter,
      PageStart start,
      Instant now) {
    return new DeliveryParts(handle, organization, filter, start, now, true);
  }

  DeliveryFilter filter() {
    return filter;
  }

  @Nullable OrganizationId organization() {
    return organization;
  }

  PageStart start() {
    return start;
  }

  /** Whether there are no more parts. */
  boolean areOver() {
    return next == null;
  }

  /** Whether all payloads were looked through, as far as there were parts. */
  boolean areWhole() {
    return areWhole;
  }

  /**
   * The next part; empty if there is none.
   *
   * @throws ProblemException if all those before took too long together
   */
  Optional<DeliverySearch> next() {
    Days days = next;
    if (days == null) {
      return Optional.empty();
    }
    if (deadline.remaining().isZero()) {
      throw new ProblemException(ProblemType.TOOK_TOO_LONG, DeliveryRepository.TOO_LONG);
    }
    if (organization == null || isMasked || !filter.isOfPayload()) {
      next = days.areLast() ? null : days.next();
      return Optional.of(
          DeliverySearch.masked(organization, filter.within(days.from(), days.to())));
    }
    return Optional.of(next(organization, days));
  }

  private DeliverySearch next(OrganizationId of, Days some) {
    Days days = some;
    DeliveryFilter part = filter.within(days.from(), days.to());
    SoughtTerms terms = SoughtTerms.find(handle, of, part);
    while (terms.areMany() && !days.areAll()) {
      days = days.isOne() ? days.all() : days.one();
      part = filter.within(days.from(), days.to());
      terms = SoughtTerms.find(handle, of, part);
    }
    next = days.areLast() ? null : days.next();
    if (privacy == null || bodies == null) {
      privacy = SearchPrivacy.read(handle, of, filter);
      bodies = new BodySearch(of, filter.text());
    }
    DeliverySearch search = DeliverySearch.of(handle, of, part, terms, privacy, bodies, start);
    areWhole &= search.isWhole();
    return search;
  }
}
