package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery's id: a UUIDv7 whose time is the delivery's, so that the id alone tells the journal's
 * partition.
 */
public record DeliveryId(UUID value) {

  public static DeliveryId at(Instant receivedAt) {
    return new DeliveryId(Ids.at(receivedAt));
  }

  /** To the millisecond. */
  public Instant receivedAt() {
    return Ids.timeOf(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
