package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Replays;
import dev.inlet.deliveries.batches.BatchQueue.Claimed;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * A further try that a batch begins: only while the batch runs, the claim holds and the delivery is
 * as it was planned. The audit trail tells of the batch, and each attempt of who started that.
 */
final class BatchedReplay implements Replays.Occasion {

  private final Claimed claimed;
  private final String startedBy;
  private final BatchStateRepository batches;
  private final BatchedRepository deliveries;
  private Stand stand = Stand.CLAIMED;

  BatchedReplay(
      Claimed claimed,
      String startedBy,
      BatchStateRepository batches,
      BatchedRepository deliveries) {
    this.claimed = claimed;
    this.startedBy = startedBy;
    this.batches = batches;
    this.deliveries = deliveries;
  }

  /** How far the try got. */
  enum Stand {
    /** Nothing was begun. */
    CLAIMED,
    /** Nothing was begun, because the batch does not run any more. */
    STOPPED,
    /** Nothing was begun, because the claim is another's. */
    LOST,
    /** An attempt was begun, or perhaps was: whether it was is only known by looking. */
    BEGUN
  }

  Stand stand() {
    return stand;
  }

  @Override
  public String startedBy() {
    return startedBy;
  }

  @Override
  public void check(Outcome outcome, int attemptsBegun) {
    Claim claim = claimed.claim();
    if (outcome != claim.outcome() || attemptsBegun != claim.attempts()) {
      throw new ProblemException(ProblemType.CONFLICT);
    }
  }

  @Override
  public void begin(Handle handle, Replays.Begun begun) {
    boolean isRunning =
        batches
            .lockShared(claimed.organization(), handle, claimed.claim().batch())
            .filter(state -> state == BatchState.RUNNING)
            .isPresent();
    if (!isRunning) {
      stand = Stand.STOPPED;
      throw new ProblemException(ProblemType.CONFLICT);
    }
    if (!deliveries.begin(claimed.organization(), handle, claimed.claim(), begun.number())) {
      stand = Stand.LOST;
      throw new ProblemException(ProblemType.CONFLICT);
    }
    stand = Stand.BEGUN;
  }
}
