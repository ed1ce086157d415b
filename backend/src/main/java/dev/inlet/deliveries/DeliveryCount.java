package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.util.function.IntUnaryOperator;

/**
 * How many deliveries there are.
 *
 * @param count exactly so many, or
 * @param isMore more than that: nobody counted on
 */
@Introspected
public record DeliveryCount(int count, boolean isMore) {

  private static final int COUNTED_MAX = 10_000;

  /** Counts by what takes how many are counted at most. */
  public static DeliveryCount of(IntUnaryOperator counted) {
    int count = counted.applyAsInt(COUNTED_MAX + 1);
    return new DeliveryCount(Math.min(count, COUNTED_MAX), count > COUNTED_MAX);
  }
}
