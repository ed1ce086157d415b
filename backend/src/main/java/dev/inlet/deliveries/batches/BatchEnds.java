package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.ReplayEnd;
import dev.inlet.deliveries.batches.BatchQueue.Claimed;
import dev.inlet.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what came of a delivery of a batch, and what that makes of the batch. The batch is
 * locked first: of two that end at once, the later one sees that nothing is left.
 */
@Singleton
class BatchEnds {

  /** So many that fail in a row because of the connection are no coincidence. */
  static final int TROUBLES_MAX = 5;

  private final BatchStateRepository batches;
  private final BatchedRepository deliveries;
  private final Database database;
  private final Clock clock;

  BatchEnds(
      BatchStateRepository batches, BatchedRepository deliveries, Database database, Clock clock) {
    this.batches = batches;
    this.deliveries = deliveries;
    this.database = database;
    this.clock = clock;
  }

  /** A change of the claimed delivery, within a transaction that nobody changes its batch in. */
  private interface Change {
    void make(Handle handle, BatchState state);
  }

  /** A try has ended. */
  void end(Claimed claimed, ReplayEnd end) {
    change(
        claimed,
        (handle, state) -> {
          if (deliveries.end(claimed.organization(), handle, claimed.claim(), end)) {
            mindTrouble(claimed, handle, state, end);
          }
        });
  }

  /** It is not tried. */
  void skip(Claimed claimed, String sentence) {
    change(
        claimed,
        (handle, state) ->
            deliveries.skip(claimed.organization(), handle, claimed.claim(), sentence));
  }

  /** The batch did not run any more when its turn came. */
  void putBack(Claimed claimed) {
    change(
        claimed,
        (handle, state) -> {
          if (state == BatchState.CANCELLED) {
            deliveries.skip(claimed.organization(), handle, claimed.claim(), Skips.CANCELLED);
          } else {
            deliveries.release(claimed.organization(), handle, claimed.claim());
          }
        });
  }

  private void change(Claimed claimed, Change change) {
    UUID batch = claimed.claim().batch();
    database.useOrganization(
        claimed.organization(),
        handle ->
            batches
                .lock(claimed.organization(), handle, batch)
                .ifPresent(
                    state -> {
                      change.make(handle, state);
                      batches.endIfDone(claimed.organization(), handle, batch, clock.instant());
                    }));
  }

  /** Thousands that fail for one and the same reason would help nobody. */
  private void mindTrouble(Claimed claimed, Handle handle, BatchState state, ReplayEnd end) {
    UUID batch = claimed.claim().batch();
    Optional<String> trouble = Troubles.of(end.reason());
    int inARow = batches.countTroubles(claimed.organization(), handle, batch, trouble.isPresent());
    if (state == BatchState.RUNNING && inARow >= TROUBLES_MAX && trouble.isPresent()) {
      batches.pause(claimed.organization(), handle, batch, trouble.get());
    }
  }
}
