package dev.inlet.deliveries;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  /**
   * The delivery whose id is looked for, if one is: where it is there, it alone is meant, however
   * often other payloads quote it. Its id tells its time.
   */
  Optional<DeliverySearch> named() {
    boolean isFirstPage = start.beside() == null && filter.property() == null;
    return DeliverySearch.id(filter.text())
        .filter(id -> isFirstPage)
        .map(id -> DeliverySearch.masked(organization, filter.during(List.of(id))));
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
   * The next part, of those that are left.
   *
   * @throws ProblemException if all those before took too long together
   */
  DeliverySearch next() {
    Days days = Objects.requireNonNull(next);
    requireTime();
    if (organization == null || isMasked || !filter.isOfPayload()) {
      return goOn(days, DeliverySearch.masked(organization, within(days)));
    }
    if (privacy == null || bodies == null) {
      privacy = SearchPrivacy.read(handle, organization, filter);
      bodies = new BodySearch(organization, filter.text());
    }
    SoughtTerms terms = SoughtTerms.find(handle, organization, within(days));
    // Parts must not tell where words of masked properties are: then time alone makes them.
    boolean isFinal = !privacy.tightened().isEmpty();
    while (terms.areMany() && !isFinal && !(days.isOne() && days.areLast())) {
      requireTime();
      isFinal = days.isOne();
      days = isFinal ? days.all() : days.one();
      terms =
          isFinal
              ? terms.widened(handle, organization, within(days))
              : SoughtTerms.find(handle, organization, within(days));
    }
    return goOn(
        days, DeliverySearch.of(handle, organization, within(days), terms, privacy, bodies, start));
  }

  private DeliverySearch goOn(Days days, DeliverySearch part) {
    next = days.areLast() ? null : days.next();
    areWhole &= part.isWhole();
    return part;
  }

  private DeliveryFilter within(Days days) {
    return filter.within(days.from(), days.to());
  }

  private void requireTime() {
    if (deadline.remaining().isZero()) {
      throw new ProblemException(ProblemType.TOOK_TOO_LONG, DeliveryRepository.TOO_LONG);
    }
  }
}
