package dev.inlet.deliveries;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the deliveries of an organization stand that may change: read once a second, however many
 * look on. Looks back further than it looked last: what another node received is seen once its
 * transaction ends, and clocks differ.
 */
@Singleton
class LivePulse {

  private static final Duration LOOKED_BACK = Duration.ofSeconds(30);

  /** A little less than the pause of whoever asks. */
  private static final Duration FRESH = Duration.ofMillis(900);

  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

  private final LiveRepository deliveries;
  private final Clock clock;
  private final Cache<OrganizationId, Pulse> pulses =
      Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).build();

  LivePulse(LiveRepository deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** How they stand this very moment. */
  Map<DeliveryId, String> now(OrganizationId organization) {
    return pulse(organization).read(Duration.ZERO);
  }

  /** How they stood within the last second. */
  Map<DeliveryId, String> lately(OrganizationId organization) {
    return pulse(organization).read(FRESH);
  }

  private Pulse pulse(OrganizationId organization) {
    return pulses.get(organization, Pulse::new);
  }

  private final class Pulse {

    private final OrganizationId organization;
    private List<DeliveryId> underWay;
    private Map<DeliveryId, String> states = Map.of();
    private long readAt;

    Pulse(OrganizationId organization) {
      this.organization = organization;
      this.underWay = deliveries.underWay(organization);
      this.readAt = System.nanoTime() - FRESH.toNanos();
    }

    synchronized Map<DeliveryId, String> read(Duration age) {
      if (System.nanoTime() - readAt >= age.toNanos()) {
        states = deliveries.states(organization, clock.instant().minus(LOOKED_BACK), underWay);
        underWay = underWay(states);
        readAt = System.nanoTime();
      }
      return states;
    }
  }

  private static List<DeliveryId> underWay(Map<DeliveryId, String> states) {
    return states.entrySet().stream()
        .filter(state -> isUnderWay(state.getValue()))
        .map(Map.Entry::getKey)
        .sorted((one, other) -> other.receivedAt().compareTo(one.receivedAt()))
        .limit(LiveRepository.CANDIDATES_MAX)
        .toList();
  }

  private static boolean isUnderWay(String state) {
    return state.startsWith(Outcome.RECEIVED.name()) || state.startsWith(Outcome.QUEUED.name());
  }
}
