package dev.inlet.deliveries.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.deliveries.ReplayProspect;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several deliveries that are replayed together.
 *
 * @param isAsNow whether each is handled by the version that its webhook had when this was planned,
 *     else by the one that took it
 * @param filter what they were found by; null if they were named one by one
 * @param startedBy null until somebody starts it
 * @param endedAt null until it is done or cancelled
 * @param pauseReason why it paused by itself, as a sentence; null if it did not
 * @param plan what trying them would come to, as it was when this was planned
 * @param progress where they stand
 * @param total how many there are
 */
@Introspected
@Schema(name = "ReplayBatchResponse")
record BatchResponse(
    UUID id,
    BatchState state,
    boolean isAsNow,
    @Nullable BatchFilter filter,
    Instant createdAt,
    String createdBy,
    @Nullable Instant startedAt,
    @Nullable String startedBy,
    @Nullable Instant endedAt,
    @Nullable String pauseReason,
    BatchPlan plan,
    BatchProgress progress,
    int total) {

  private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

  static BatchResponse of(Batch batch) {
    return new BatchResponse(
        batch.id(),
        batch.state(),
        batch.isAsNow(),
        batch.filter() == null ? null : filter(batch.filter()),
        batch.createdAt(),
        batch.createdBy(),
        batch.startedAt(),
        batch.startedBy(),
        batch.endedAt(),
        batch.pauseReason(),
        BatchPlan.of(batch.plan(), impossible(batch.impossibleBecause())),
        BatchProgress.of(batch.progress()),
        batch.progress().values().stream().mapToInt(Integer::intValue).sum());
  }

  private static BatchFilter filter(String json) {
    try {
      return JSON.readValue(json, BatchFilter.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The filter of a batch could not be read", e);
    }
  }

  private static List<Impossible> impossible(String json) {
    try {
      return List.of(JSON.readValue(json, Impossible[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is impossible of a batch could not be read", e);
    }
  }

  /**
   * What the deliveries of a batch were found by.
   *
   * @param q "set" if words were looked for; which ones is not kept
   * @param property the property whose value was looked for; which one is not kept
   */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ReplayBatchFilter")
  record BatchFilter(
      @Nullable UUID webhookId,
      @Nullable Integer version,
      @Nullable Outcome outcome,
      @Nullable Reason reason,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String source,
      @Nullable String q,
      @Nullable String property) {}

  /**
   * How many deliveries of a batch had which prospect when it was planned.
   *
   * @param ready would be written
   * @param looksFirst would be looked for first, and written if they are not there
   * @param tooEarly the same in a few minutes: what was sent may still arrive
   * @param succeeded are there already, and would be written once more: to be confirmed
   * @param uncertain may be there already, and might be written once more: to be confirmed
   * @param incomplete would lack values that are never stored: to be confirmed
   * @param impossible cannot be tried, or do not fit
   * @param impossibleBecause why not, the most frequent reasons first, ten at most; those that were
   *     named and are kept no longer stand here alone
   */
  @Introspected
  @Schema(name = "ReplayBatchPlan")
  record BatchPlan(
      int ready,
      int looksFirst,
      int tooEarly,
      int succeeded,
      int uncertain,
      int incomplete,
      int impossible,
      List<Impossible> impossibleBecause) {

    static BatchPlan of(Map<ReplayProspect, Integer> counts, List<Impossible> impossibleBecause) {
      return new BatchPlan(
          counts.getOrDefault(ReplayProspect.READY, 0),
          counts.getOrDefault(ReplayProspect.LOOKS_FIRST, 0),
          counts.getOrDefault(ReplayProspect.TOO_EARLY, 0),
          counts.getOrDefault(ReplayProspect.SUCCEEDED, 0),
          counts.getOrDefault(ReplayProspect.UNCERTAIN, 0),
          counts.getOrDefault(ReplayProspect.INCOMPLETE, 0),
          counts.getOrDefault(ReplayProspect.IMPOSSIBLE, 0),
          impossibleBecause);
    }
  }

  /** How many deliveries of a batch stand where. */
  @Introspected
  @Schema(name = "ReplayBatchProgress")
  record BatchProgress(
      int waiting, int underWay, int succeeded, int failed, int unknown, int skipped) {

    static BatchProgress of(Map<BatchedState, Integer> counts) {
      return new BatchProgress(
          counts.getOrDefault(BatchedState.WAITING, 0),
          counts.getOrDefault(BatchedState.UNDER_WAY, 0),
          counts.getOrDefault(BatchedState.SUCCEEDED, 0),
          counts.getOrDefault(BatchedState.FAILED, 0),
          counts.getOrDefault(BatchedState.UNKNOWN, 0),
          counts.getOrDefault(BatchedState.SKIPPED, 0));
    }
  }
}
