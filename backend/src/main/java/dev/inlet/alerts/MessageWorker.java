package dev.inlet.alerts;

import dev.inlet.platform.database.ClaimedWork;
import dev.inlet.platform.database.ClaimedWorks;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Sends endpoints what is due, on every node. A node that dies between sending a message and
 * writing that down lets another one send it again: twice is better than never, and the id is the
 * same.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which is gone before a message is sent
class MessageWorker {

  private static final int CONCURRENT_MAX = 16;

  /** Longer than sending may take. */
  static final Duration CLAIM_LIFE = Duration.ofMinutes(1);

  private final ClaimedWork<MessageQueue.Claimed> work;

  MessageWorker(MessageQueue queue, MessageSender sender, ClaimedWorks works) {
    this.work =
        works.of("Messages", CONCURRENT_MAX, max -> queue.claim(max, CLAIM_LIFE), sender::send);
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void work() {
    work.begin();
  }
}
