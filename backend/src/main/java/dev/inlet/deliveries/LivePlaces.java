package dev.inlet.deliveries;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Places for those who look on at this node. While there are many, an organization or a person may
 * have several; once half are taken few each, so that a handful of them cannot have all.
 */
final class LivePlaces {

  static final int OF_ALL_MAX = 50;
  static final int OF_EACH_MAX = 10;
  static final int OF_EACH_WHEN_SHORT_MAX = 2;

  private static final Duration RETRY_LATER = Duration.ofSeconds(30);

  private final Map<Object, Integer> taken = new HashMap<>();
  private int all;

  record Place(OrganizationId organization, UUID person) {}

  /**
   * Takes a place, which {@link #leave} gives back.
   *
   * @throws ProblemException if there is none
   */
  synchronized Place enter(OrganizationId organization, UUID person) {
    int ofEachMax = all < OF_ALL_MAX / 2 ? OF_EACH_MAX : OF_EACH_WHEN_SHORT_MAX;
    if (all >= OF_ALL_MAX
        || taken.getOrDefault(organization, 0) >= ofEachMax
        || taken.getOrDefault(person, 0) >= ofEachMax) {
      throw ProblemException.retryLater(ProblemType.TOO_MANY_REQUESTS, RETRY_LATER);
    }
    all++;
    taken.merge(organization, 1, Integer::sum);
    taken.merge(person, 1, Integer::sum);
    return new Place(organization, person);
  }

  synchronized void leave(Place place) {
    all--;
    free(place.organization());
    free(place.person());
  }

  private void free(Object whose) {
    taken.computeIfPresent(whose, (id, count) -> count == 1 ? null : count - 1);
  }
}
