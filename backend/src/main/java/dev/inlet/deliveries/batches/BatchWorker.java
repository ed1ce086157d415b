package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.ReplayEnd;
import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.deliveries.Replays;
import dev.inlet.deliveries.batches.BatchQueue.Claimed;
import dev.inlet.platform.database.ClaimedWork;
import dev.inlet.platform.database.ClaimedWorks;
import dev.inlet.platform.logging.Wordless;
import dev.inlet.platform.problem.ProblemException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays the deliveries of batches, on every node. An attempt's number is written down beside the
 * delivery of the batch in the transaction that begins the attempt: whoever takes over from a node
 * that died either begins the first one, or learns what became of it, and never begins a second.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which is gone before a delivery is done
class BatchWorker {

  private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);
  private static final int CONCURRENT_MAX = 16;

  /** Longer than a try takes with all that belongs to it. */
  static final Duration CLAIM_LIFE = Duration.ofMinutes(1);

  /** What kills each node that begins it would go on for ever. */
  private static final int CLAIMS_MAX = 5;

  private static final Duration PLANNED_LIFE = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(90);

  private final BatchQueue queue;
  private final BatchRepository batches;
  private final BatchStateRepository states;
  private final BatchedRepository deliveries;
  private final BatchEnds ends;
  private final Replays replays;
  private final ClaimedWork<Claimed> work;

  BatchWorker(
      BatchQueue queue,
      BatchRepository batches,
      BatchStateRepository states,
      BatchedRepository deliveries,
      BatchEnds ends,
      Replays replays,
      ClaimedWorks works) {
    this.queue = queue;
    this.batches = batches;
    this.states = states;
    this.deliveries = deliveries;
    this.ends = ends;
    this.replays = replays;
    this.work =
        works.of(
            "Deliveries of batches",
            CONCURRENT_MAX,
            max -> queue.claim(max, CLAIM_LIFE),
            this::seeTo);
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void work() {
    work.beginAndGoOn();
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "3m")
  void forgetOld() {
    while (queue.forgetOne(PLANNED_LIFE, LIFE)) {
      LOG.info("A batch of replays was forgotten: it is old, or nobody started it");
    }
  }

  /** Whatever fails here is seen to once more when the claim has ended. */
  private void seeTo(Claimed claimed) {
    try {
      Integer attempt = claimed.claim().attempt();
      if (attempt != null) {
        replays.end(key(claimed), attempt).ifPresent(end -> ends.end(claimed, end));
      } else if (claimed.claim().claims() > CLAIMS_MAX) {
        ends.skip(claimed, Skips.UNEXPECTED);
      } else {
        batches
            .findStarted(claimed.organization(), claimed.claim().batch())
            .ifPresent(started -> replay(claimed, started));
      }
    } catch (RuntimeException e) {
      LOG.error(
          "Delivery {} of batch {} could not be seen to",
          claimed.claim().delivery(),
          claimed.claim().batch(),
          new Wordless(e));
    }
  }

  private void replay(Claimed claimed, StartedBatch batch) {
    BatchedReplay occasion = new BatchedReplay(claimed, batch.startedBy(), states, deliveries);
    try {
      ReplayEnd end = replays.replay(key(claimed), wanted(claimed.claim(), batch), occasion);
      ends.end(claimed, end);
    } catch (ProblemException e) {
      switch (occasion.stand()) {
        case CLAIMED -> ends.skip(claimed, Skips.of(e, claimed.claim().prospect()));
        case STOPPED -> ends.putBack(claimed);
        case LOST ->
            LOG.info("Delivery {} is seen to by another claim", claimed.claim().delivery());
        case BEGUN -> throw e;
      }
    }
  }

  private static Replays.Wanted wanted(Claim claim, StartedBatch batch) {
    boolean mayBeTwice =
        claim.prospect() == ReplayProspect.SUCCEEDED
            || claim.prospect() == ReplayProspect.UNCERTAIN;
    return new Replays.Wanted(
        claim.version(),
        mayBeTwice && batch.confirmations().cover(claim.prospect()),
        batch.confirmations().isIncomplete());
  }

  private static DeliveryKey key(Claimed claimed) {
    return new DeliveryKey(claimed.organization(), claimed.claim().delivery());
  }
}
