package dev.inlet.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries over time.
 *
 * @param from where the first part begins
 * @param to where the last part ends
 * @param bucketSeconds how long a part is; the first and the last may be shorter, since parts meet
 *     at round times
 */
@Introspected
record StatisticsResponse(Instant from, Instant to, long bucketSeconds, List<Bucket> buckets) {

  /**
   * A part of the time.
   *
   * @param medianMs how long half of the deliveries took at most, from receipt to their outcome
   *     without any replay; null if no action ended
   * @param p95Ms the same of 95 in 100
   */
  @Introspected
  record Bucket(
      @JsonUnwrapped OutcomeCounts counts, @Nullable Integer medianMs, @Nullable Integer p95Ms) {

    static Bucket none(Instant startsAt) {
      return new Bucket(OutcomeCounts.none(startsAt), null, null);
    }
  }
}
