package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many deliveries there are.
 *
 * @param count so many
 * @param isEstimate whether these are about so many, because counting them would take long; else it
 *     is exactly so many
 */
@Introspected
public record DeliveryCount(long count, boolean isEstimate) {

  /** No more digits than anybody should believe. */
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  static DeliveryCount exactly(long count) {
    return new DeliveryCount(count, false);
  }

  static DeliveryCount about(long count) {
    return new DeliveryCount(BigDecimal.valueOf(count).round(DIGITS).longValueExact(), true);
  }
}
