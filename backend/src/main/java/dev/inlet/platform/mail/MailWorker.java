package dev.inlet.platform.mail;

import dev.inlet.platform.database.ClaimedWork;
import dev.inlet.platform.database.ClaimedWorks;
import dev.inlet.platform.time.Patience;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what lies in the outbox, on every node. A node that dies between sending an e-mail and
 * forgetting it lets another one send it again: twice is better than never.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which is gone before an e-mail is sent
class MailWorker {

  private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
  private static final int CONCURRENT_MAX = 8;

  /** Longer than all the steps of one sending may take. */
  private static final Duration CLAIM_LIFE = Duration.ofMinutes(5);

  private final Outbox outbox;
  private final SmtpServer server;
  private final Clock clock;
  private final Counter sent;
  private final Counter putOff;
  private final Counter givenUp;
  private final Patience patience = new Patience(new SecureRandom());
  private final ClaimedWork<Outbox.Claimed> work;

  MailWorker(
      Outbox outbox, SmtpServer server, ClaimedWorks works, MeterRegistry meters, Clock clock) {
    this.sent = tries(meters, "SENT");
    this.putOff = tries(meters, "PUT_OFF");
    this.givenUp = tries(meters, "GIVEN_UP");
    this.outbox = outbox;
    this.server = server;
    this.clock = clock;
    this.work = works.of("Mails", CONCURRENT_MAX, max -> outbox.claim(max, CLAIM_LIFE), this::send);
  }

  private static Counter tries(MeterRegistry meters, String outcome) {
    return Counter.builder("inlet.mails")
        .description("Tries to send an e-mail, by what came of them")
        .tag("outcome", outcome)
        .register(meters);
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void work() {
    if (!server.isConfigured()) {
      return;
    }
    work.begin();
  }

  private void send(Outbox.Claimed mail) {
    try {
      trySending(mail);
    } catch (RuntimeException e) {
      LOG.error("The fate of mail {} could not be written down", mail.id(), e);
    }
  }

  private void trySending(Outbox.Claimed mail) {
    try {
      server.send(mail.id(), outbox.open(mail));
      sent.increment();
      outbox.remove(mail.id());
    } catch (SmtpException e) {
      if (e.isFinal()) {
        giveUp(mail.id(), e.reason());
      } else {
        tryLater(mail, e.reason());
      }
    } catch (RuntimeException e) {
      LOG.error("Mail {} could not be worked on", mail.id(), e);
      tryLater(mail, "of an error of Inlet");
    }
  }

  private void tryLater(Outbox.Claimed mail, String why) {
    Instant now = clock.instant();
    Optional<Instant> next = patience.nextTry(mail.createdAt(), mail.attempts(), now);
    if (next.isEmpty()) {
      giveUp(mail.id(), why);
      return;
    }
    putOff.increment();
    outbox.putOff(mail.id(), next.get());
    LOG.warn(
        "Mail {} was not sent at attempt {}, next one at {}: {}",
        mail.id(),
        mail.attempts(),
        next.get(),
        why);
  }

  private void giveUp(UUID id, String why) {
    givenUp.increment();
    outbox.remove(id);
    LOG.error("Mail {} is given up and will not be sent: {}", id, why);
  }
}
