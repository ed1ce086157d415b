package dev.inlet.alerts;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends endpoints what is due, on every node. A node that dies between sending a message and
 * writing that down lets another one send it again: twice is better than never, and the id is the
 * same.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which is gone before a message is sent
class MessageWorker {

  private static final Logger LOG = LoggerFactory.getLogger(MessageWorker.class);
  private static final int CONCURRENT_MAX = 16;

  /** Longer than sending may take. */
  static final Duration CLAIM_LIFE = Duration.ofMinutes(1);

  private final MessageQueue queue;
  private final MessageSender sender;
  private final Semaphore places = new Semaphore(CONCURRENT_MAX);

  MessageWorker(MessageQueue queue, MessageSender sender) {
    this.queue = queue;
    this.sender = sender;
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void work() {
    int free = places.drainPermits();
    List<MessageQueue.Claimed> claimed = free == 0 ? List.of() : claim(free);
    places.release(free - claimed.size());
    for (MessageQueue.Claimed message : claimed) {
      Thread.startVirtualThread(
          () -> {
            try {
              sender.send(message);
            } finally {
              places.release();
            }
          });
    }
  }

  private List<MessageQueue.Claimed> claim(int max) {
    try {
      return queue.claim(max, CLAIM_LIFE);
    } catch (RuntimeException e) {
      LOG.warn("Messages could not be claimed: {}", e.getMessage());
      return List.of();
    }
  }
}
