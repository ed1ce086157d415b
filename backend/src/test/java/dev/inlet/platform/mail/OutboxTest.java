package dev.inlet.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.inlet.platform.database.ClaimedWorks;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.InstallationCipher;
import dev.inlet.testing.Await;
import dev.inlet.testing.MailServer;
import dev.inlet.testing.SettableClock;
import dev.inlet.testing.TestInlet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** From a transaction to the server, at a time of the test's own. */
class OutboxTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Database database = INLET.bean(Database.class);
  private final SettableClock clock = new SettableClock();
  private final Outbox outbox = new Outbox(database, INLET.bean(InstallationCipher.class), clock);
  private final String to = UUID.randomUUID() + "@example.org";

  /** The shared Inlet sends no e-mails: what lies here is the tests'. */
  @BeforeEach
  void empty() {
    database.acrossOrganizations(handle -> handle.execute("DELETE FROM mails"));
  }

  @Test
  void dropsAMailWhereNoServerIsConfigured() {
    database.acrossOrganizations(
        handle -> {
          INLET.bean(Mailer.class).send(handle, mail());
          return true;
        });

    assertThat(waiting()).isZero();
  }

  @Test
  void keepsAMailEncrypted() {
    put();

    String stored =
        new String(outbox.claim(10, LIFE).getFirst().ciphertext(), StandardCharsets.ISO_8859_1);
    assertThat(stored).doesNotContain("the secret").doesNotContain(to).doesNotContain("Subject");
  }

  @Test
  void opensAMailInItsOwnRowOnly() {
    put();
    put();
    List<Outbox.Claimed> claimed = outbox.claim(10, LIFE);
    Outbox.Claimed moved =
        new Outbox.Claimed(claimed.get(0).id(), claimed.get(1).ciphertext(), clock.instant(), 1);

    assertThat(outbox.open(claimed.get(0))).isEqualTo(mail());
    assertThatThrownBy(() -> outbox.open(moved)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sendsOnceAndForgets() {
    try (MailServer server = MailServer.up()) {
      MailWorker worker = worker(server.port());
      put();

      worker.work();
      Await.until(() -> waiting() == 0);
      clock.advance(Duration.ofDays(1));
      worker.work();

      assertThat(server.sentTo(to)).hasSize(1);
    }
  }

  @Test
  void neverSendsAMailOfATransactionThatWasRolledBack() {
    try (MailServer server = MailServer.up()) {
      assertThatThrownBy(
              () ->
                  database.acrossOrganizations(
                      handle -> {
                        mailer(server.port()).send(handle, mail());
                        throw new IllegalStateException("thought better of it");
                      }))
          .hasMessage("thought better of it");

      assertThat(waiting()).isZero();
    }
  }

  @Test
  void sendsNothingBeforeItsTransactionCommits() {
    try (MailServer server = MailServer.up()) {
      MailWorker worker = worker(server.port());
      database.acrossOrganizations(
          handle -> {
            mailer(server.port()).send(handle, mail());
            assertThat(onAnotherConnection(() -> outbox.claim(10, LIFE))).isEmpty();
            return true;
          });

      worker.work();

      server.awaitMailTo(to);
    }
  }

  @Test
  void deliversOnceTheServerIsBack() {
    try (MailServer server = MailServer.down()) {
      MailWorker worker = worker(server.port());
      put();
      worker.work();
      Await.until(() -> isPutOffUntilWithin(Duration.ofSeconds(2)));
      worker.work();
      assertThat(attempts()).isEqualTo(1);

      server.start();
      clock.advance(Duration.ofSeconds(2));
      worker.work();

      Await.until(() -> waiting() == 0);
      assertThat(server.sentTo(to)).hasSize(1);
    }
  }

  @Test
  void triesForADayAndThenGivesUp() {
    MailWorker worker = worker(MailServer.down().port());
    put();
    int tries = 0;

    while (waiting() > 0) {
      tries++;
      assertThat(tries).isLessThan(100);
      int now = tries;
      worker.work();
      Await.until(() -> waiting() == 0 || (attempts() == now && !isClaimed()));
      clock.advance(Duration.ofHours(1));
    }

    assertThat(tries).isBetween(24, 26);
  }

  @Test
  void doesNotTryAgainWhatIsRefusedForGood() throws IOException {
    try (ScriptedSmtp server =
        ScriptedSmtp.inClearText().answering("RCPT", "550 no such user here")) {
      put();

      worker(server.port()).work();

      Await.until(() -> waiting() == 0);
    }
  }

  @Test
  void namesAMailThatIsGivenUpByItsIdAlone() throws IOException {
    Logger logger = (Logger) LoggerFactory.getLogger(MailWorker.class);
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    logger.addAppender(events);
    try (ScriptedSmtp server =
        ScriptedSmtp.inClearText().answering("RCPT", "550 <%s> unknown".formatted(to))) {
      UUID id = put();

      worker(server.port()).work();

      Await.until(() -> !events.list.isEmpty());
      assertThat(events.list.getFirst().getFormattedMessage())
          .isEqualTo(
              "Mail %s is given up and will not be sent: SendFailedException 550".formatted(id));
      assertThat(events.list.getFirst().getThrowableProxy()).isNull();
    } finally {
      logger.detachAppender(events);
    }
  }

  @Test
  void triesAgainWhatTheServerPutsOff() throws IOException {
    try (ScriptedSmtp server = ScriptedSmtp.inClearText().answering("RCPT", "450 greylisted")) {
      put();
      MailWorker worker = worker(server.port());
      worker.work();
      Await.until(() -> isPutOffUntilWithin(Duration.ofSeconds(2)));

      server.answering("RCPT", "250 fine");
      clock.advance(Duration.ofSeconds(2));
      worker.work();

      Await.until(() -> waiting() == 0);
      assertThat(server.heard()).contains("QUIT");
    }
  }

  @Test
  void letsAnotherNodeSendWhatADeadOneHadClaimed() {
    try (MailServer server = MailServer.up()) {
      put();
      assertThat(outbox.claim(10, LIFE)).hasSize(1); // and dies
      MailWorker worker = worker(server.port());

      worker.work();
      assertThat(attempts()).isEqualTo(1);
      clock.advance(LIFE);
      worker.work();

      Await.until(() -> waiting() == 0);
      assertThat(server.sentTo(to)).hasSize(1);
    }
  }

  @Test
  void handsEachMailToOneNodeOnly() {
    IntStream.range(0, 40).forEach(i -> put());

    List<CompletableFuture<List<Outbox.Claimed>>> nodes =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> outbox.claim(10, LIFE)))
            .toList();
    List<UUID> claimed =
        Stream.concat(
                nodes.stream().flatMap(node -> node.join().stream()),
                outbox.claim(40, LIFE).stream())
            .map(Outbox.Claimed::id)
            .toList();

    assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void outlivesAMailWhoseKeyIsGone() {
    try (MailServer server = MailServer.up()) {
      database.acrossOrganizations(
          handle ->
              handle.execute(
                  "INSERT INTO mails (mail_id, message_ciphertext, created_at, due_at) VALUES (?, ?, ?, ?)",
                  UUID.randomUUID(),
                  new byte[40],
                  clock.instant().minusSeconds(1),
                  clock.instant().minusSeconds(1)));
      put();

      worker(server.port()).work();

      server.awaitMailTo(to);
      Await.until(() -> isPutOffUntilWithin(Duration.ofSeconds(2)));
    }
  }

  private static <T> T onAnotherConnection(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).join();
  }

  private Mail mail() {
    return new Mail(to, "Subject", "the secret");
  }

  private UUID put() {
    return database.acrossOrganizations(handle -> outbox.put(handle, mail()));
  }

  private Mailer mailer(int port) {
    return new Mailer(outbox, SmtpServers.at(port, "NONE"));
  }

  private MailWorker worker(int port) {
    return new MailWorker(
        outbox, SmtpServers.at(port, "NONE"), new ClaimedWorks(), new SimpleMeterRegistry(), clock);
  }

  private int waiting() {
    return number("SELECT count(*) FROM mails");
  }

  private int attempts() {
    return number("SELECT coalesce(max(attempts), 0) FROM mails");
  }

  private boolean isPutOffUntilWithin(Duration duration) {
    return database.acrossOrganizations(
            (Handle handle) ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM mails WHERE due_at > :now AND due_at <= :until")
                    .bind("now", clock.instant())
                    .bind("until", clock.instant().plus(duration))
                    .mapTo(Integer.class)
                    .one())
        == 1;
  }

  private boolean isClaimed() {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM mails WHERE due_at = :until)")
                .bind("until", clock.instant().plus(LIFE))
                .mapTo(Boolean.class)
                .one());
  }

  private int number(String sql) {
    return database.acrossOrganizations(
        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
