package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What people do with batches that were planned. */
@Singleton
class Batches {

  /** So that whoever waits for the last one still sees it move. */
  private static final int UNDER_WAY_MAX = 5;

  private final BatchRepository batches;
  private final BatchStateRepository states;
  private final BatchedRepository deliveries;
  private final Database database;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Batches(
      BatchRepository batches,
      BatchStateRepository states,
      BatchedRepository deliveries,
      Database database,
      AuditTrail auditTrail,
      Clock clock) {
    this.batches = batches;
    this.states = states;
    this.deliveries = deliveries;
    this.database = database;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /** What changes, within a transaction that nobody else changes the batch in. */
  private interface Change {
    void make(Handle handle, Instant now);
  }

  /** What people know a batch by. */
  static String name(int deliveries) {
    return deliveries == 1 ? "1 delivery" : "%d deliveries".formatted(deliveries);
  }

  Batch start(OrganizationId organization, UUID id, Confirmations confirmations, Actor actor) {
    AuditEntry entry =
        AuditEntry.of(AuditAction.REPLAY_BATCH_STARTED)
            .with(
                Map.of(
                    "isSucceededConfirmed", confirmations.isSucceeded(),
                    "isUncertainConfirmed", confirmations.isUncertain(),
                    "isIncompleteConfirmed", confirmations.isIncomplete()));
    return change(
        organization,
        id,
        EnumSet.of(BatchState.PLANNED),
        actor,
        entry,
        (handle, now) -> {
          requireFew(organization, handle);
          states.start(organization, handle, id, confirmations, actor.name(), now);
          for (ReplayProspect prospect : ReplayProspect.values()) {
            if (!confirmations.cover(prospect)) {
              deliveries.skipWaiting(
                  organization, handle, id, prospect, Skips.notConfirmed(prospect));
            }
          }
          states.endIfDone(organization, handle, id, now);
        });
  }

  Batch pause(OrganizationId organization, UUID id, Actor actor) {
    return change(
        organization,
        id,
        EnumSet.of(BatchState.RUNNING),
        actor,
        AuditEntry.of(AuditAction.REPLAY_BATCH_PAUSED),
        (handle, now) -> states.pause(organization, handle, id, null));
  }

  Batch resume(OrganizationId organization, UUID id, Actor actor) {
    return change(
        organization,
        id,
        EnumSet.of(BatchState.PAUSED),
        actor,
        AuditEntry.of(AuditAction.REPLAY_BATCH_RESUMED),
        (handle, now) -> states.resume(organization, handle, id));
  }

  Batch cancel(OrganizationId organization, UUID id, Actor actor) {
    return change(
        organization,
        id,
        EnumSet.of(BatchState.PLANNED, BatchState.RUNNING, BatchState.PAUSED),
        actor,
        AuditEntry.of(AuditAction.REPLAY_BATCH_CANCELLED),
        (handle, now) -> {
          states.cancel(organization, handle, id, now);
          deliveries.skipWaiting(organization, handle, id, null, Skips.CANCELLED);
        });
  }

  private Batch change(
      OrganizationId organization,
      UUID id,
      Set<BatchState> from,
      Actor actor,
      AuditEntry entry,
      Change change) {
    return database.inOrganization(
        organization,
        handle -> {
          states.lockAll(organization, handle);
          BatchState state =
              states.lock(organization, handle, id).orElseThrow(ProblemException::notFound);
          if (!from.contains(state)) {
            throw new ProblemException(ProblemType.NOT_POSSIBLE, sentence(state));
          }
          change.make(handle, clock.instant());
          Batch changed = batches.find(organization, handle, id).orElseThrow();
          int total = changed.progress().values().stream().mapToInt(Integer::intValue).sum();
          auditTrail.record(handle, organization, actor, entry.on(id, name(total)));
          return changed;
        });
  }

  private void requireFew(OrganizationId organization, Handle handle) {
    if (states.countUnderWay(organization, handle) >= UNDER_WAY_MAX) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE,
          "%d batches are under way already. Wait until one is done, or cancel one."
              .formatted(UNDER_WAY_MAX));
    }
  }

  private static String sentence(BatchState state) {
    return switch (state) {
      case PLANNED -> "This batch was not started yet.";
      case RUNNING -> "This batch is running.";
      case PAUSED -> "This batch is paused.";
      case DONE -> "This batch is done.";
      case CANCELLED -> "This batch was cancelled.";
    };
  }
}
