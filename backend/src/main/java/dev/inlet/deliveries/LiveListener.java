package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices what becomes of the deliveries that a filter means. */
final class LiveListener {

  private static final News NO_NEWS = new News(List.of(), List.of(), false);

  private final LivePulse pulse;
  private final LiveRepository deliveries;
  private final OrganizationId organization;
  private final DeliveryFilter filter;

  /** What is looked at, as it was last. */
  private final Map<DeliveryId, String> known = new HashMap<>();

  private final Set<DeliveryId> told = new HashSet<>();

  LiveListener(
      LivePulse pulse,
      LiveRepository deliveries,
      OrganizationId organization,
      DeliveryFilter filter) {
    this.pulse = pulse;
    this.deliveries = deliveries;
    this.organization = organization;
    this.filter = filter;
  }

  /**
   * What happened.
   *
   * @param changed what is new, or is not as it was, the oldest first
   * @param left what was told of and is not meant by the filter any more
   * @param isMore whether there may be more than can be told
   */
  record News(List<DeliverySummary> changed, List<DeliveryId> left, boolean isMore) {}

  /** Looks at how things are: only what comes after is news. */
  void begin() {
    keep(pulse.now(organization));
  }

  News next() {
    Map<DeliveryId, String> states = pulse.lately(organization);
    List<DeliveryId> different =
        states.entrySet().stream()
            .filter(state -> !state.getValue().equals(known.get(state.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    Optional<List<DeliverySummary>> changed =
        different.isEmpty() ? Optional.of(List.of()) : meant(different);
    if (changed.isEmpty()) {
      return NO_NEWS; // and nothing is known of it, so that it is looked at the next time
    }
    keep(states);
    return new News(
        changed.get(),
        left(different, changed.get()),
        different.size() >= LiveRepository.CANDIDATES_MAX);
  }

  private void keep(Map<DeliveryId, String> states) {
    known.clear();
    known.putAll(states);
    told.retainAll(states.keySet());
  }

  private Optional<List<DeliverySummary>> meant(List<DeliveryId> different) {
    return deliveries.list(organization, filter, different);
  }

  private List<DeliveryId> left(List<DeliveryId> different, List<DeliverySummary> changed) {
    List<DeliveryId> left = new ArrayList<>(different);
    List<DeliveryId> meant = changed.stream().map(each -> new DeliveryId(each.id())).toList();
    left.removeAll(Set.copyOf(meant));
    left.retainAll(told);
    told.removeAll(left);
    told.addAll(meant);
    return left;
  }
}
