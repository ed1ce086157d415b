package dev.inlet.deliveries.batches;

import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Several deliveries that are replayed together. */
@Controller("/api/organizations/{organizationId}/replay-batches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class BatchController {

  /** The deliveries of each are counted. */
  private static final int LISTED_MAX = 25;

  private final BatchRepository repository;
  private final BatchedRepository deliveries;
  private final BatchPlans plans;
  private final Batches batches;

  BatchController(
      BatchRepository repository, BatchedRepository deliveries, BatchPlans plans, Batches batches) {
    this.repository = repository;
    this.deliveries = deliveries;
    this.plans = plans;
    this.batches = batches;
  }

  /**
   * Plans a batch: a dry run, which tells what replaying its deliveries would come to. What it
   * counted is what is replayed once somebody starts it; nobody has to. A plan that nobody started
   * goes after a day, or when five later ones were made.
   */
  @Post
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.REPLAY_DELIVERIES)
  BatchResponse planReplayBatch(
      @PathVariable OrganizationId organizationId,
      @Valid @Body BatchRequest request,
      @Parameter(hidden = true) Caller caller) {
    return BatchResponse.of(plans.plan(organizationId, request, caller.actor()));
  }

  /** Lists batches, the newest first; 25 at once at most. */
  @Get
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  Page<BatchResponse> listReplayBatches(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Math.min(LISTED_MAX, Page.size(limit));
    return Page.of(
            repository.list(organizationId, beside(cursor), size + 1),
            size,
            last -> Cursor.encode(last.id().toString()))
        .map(BatchResponse::of);
  }

  /** Shows a batch and how far it is. */
  @Get("/{batchId}")
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  BatchResponse getReplayBatch(
      @PathVariable OrganizationId organizationId, @PathVariable UUID batchId) {
    return repository
        .find(organizationId, batchId)
        .map(BatchResponse::of)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Lists the deliveries of a batch, the oldest first.
   *
   * @param state where they stand; all if left out
   */
  @Get("/{batchId}/deliveries")
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  Page<BatchedDelivery> listReplayBatchDeliveries(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID batchId,
      @Nullable @QueryValue BatchedState state,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    UUID after = beside(cursor);
    if (repository.find(organizationId, batchId).isEmpty()) {
      throw ProblemException.notFound();
    }
    return Page.of(
        deliveries.list(organizationId, batchId, state, after, size + 1),
        size,
        last -> Cursor.encode(last.deliveryId().toString()));
  }

  /**
   * Starts a batch that was planned. What has to be confirmed and is not is skipped, and so is what
   * has changed since.
   */
  @Post("/{batchId}/start")
  @RequiresPermission(Permission.REPLAY_DELIVERIES)
  BatchResponse startReplayBatch(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID batchId,
      @Valid @Body StartRequest request,
      @Parameter(hidden = true) Caller caller) {
    return BatchResponse.of(
        batches.start(organizationId, batchId, request.confirmations(), caller.actor()));
  }

  /** Pauses a batch: nothing new begins, and what is under way finishes. */
  @Post("/{batchId}/pause")
  @RequiresPermission(Permission.REPLAY_DELIVERIES)
  BatchResponse pauseReplayBatch(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID batchId,
      @Parameter(hidden = true) Caller caller) {
    return BatchResponse.of(batches.pause(organizationId, batchId, caller.actor()));
  }

  /** Goes on with a batch that is paused. */
  @Post("/{batchId}/resume")
  @RequiresPermission(Permission.REPLAY_DELIVERIES)
  BatchResponse resumeReplayBatch(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID batchId,
      @Parameter(hidden = true) Caller caller) {
    return BatchResponse.of(batches.resume(organizationId, batchId, caller.actor()));
  }

  /** Ends a batch: what is under way finishes, and all that is left is skipped. */
  @Post("/{batchId}/cancel")
  @RequiresPermission(Permission.REPLAY_DELIVERIES)
  BatchResponse cancelReplayBatch(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID batchId,
      @Parameter(hidden = true) Caller caller) {
    return BatchResponse.of(batches.cancel(organizationId, batchId, caller.actor()));
  }

  private static @Nullable UUID beside(@Nullable String cursor) {
    List<String> parts = Cursor.decode(cursor, 1);
    return parts.isEmpty() ? null : Cursor.uuid(parts.getFirst());
  }

  /**
   * What may be written although it has to be minded; what is left out may not.
   *
   * @param isSucceededConfirmed whether records may be written that are in iMIS already
   * @param isUncertainConfirmed whether records may be written that may be in iMIS already
   * @param isIncompleteConfirmed whether records may be written without the values that are never
   *     stored
   */
  @Introspected
  @Schema(name = "ReplayBatchStartRequest")
  record StartRequest(
      @Nullable Boolean isSucceededConfirmed,
      @Nullable Boolean isUncertainConfirmed,
      @Nullable Boolean isIncompleteConfirmed) {

    Confirmations confirmations() {
      return new Confirmations(
          Boolean.TRUE.equals(isSucceededConfirmed),
          Boolean.TRUE.equals(isUncertainConfirmed),
          Boolean.TRUE.equals(isIncompleteConfirmed));
    }
  }
}
