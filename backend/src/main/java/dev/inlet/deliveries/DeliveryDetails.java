package dev.inlet.deliveries;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows deliveries together with what may be done with them. */
@Singleton
class DeliveryDetails {

  private final DeliveryRepository deliveries;
  private final ReplayRepository ended;
  private final ReplayPlans plans;

  DeliveryDetails(DeliveryRepository deliveries, ReplayRepository ended, ReplayPlans plans) {
    this.deliveries = deliveries;
    this.ended = ended;
    this.plans = plans;
  }

  Optional<DeliveryDetail> find(DeliveryKey key) {
    return deliveries
        .find(key)
        .flatMap(
            delivery ->
                ended
                    .find(key)
                    .map(each -> new DeliveryDetail(delivery, plans.of(each).caution())));
  }
}
