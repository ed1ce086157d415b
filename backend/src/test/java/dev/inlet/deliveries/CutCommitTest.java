package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.queue.QueueSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of an entry whose connection to PostgreSQL breaks. */
class CutCommitTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private JournalWriter writer = writerThatBreaksAt("executeQuery");

  @AfterEach
  void close() throws InterruptedException {
    writer.close();
  }

  /** It may be there: here it is, only nobody heard of it. */
  @Test
  void whatIsQueuedIsInDoubtWhereTheConnectionBreaks() {
    Receipt receipt = receipt();

    JournalException told = failure(() -> journal().queue(receipt, QueueSettings.DEFAULT, soon()));

    assertThat(told.isInDoubt()).isTrue();
    Await.until(() -> delivery(receipt).get("statusCode").asInt() == 500);
    assertThat(delivery(receipt).at("/answer/error").asText())
        .isEqualTo(CallerAnswer.NOT_CONFIRMED);
  }

  @Test
  void whatIsBegunIsNotForNobodyWorksOnItAndItIsTakenBackOnceThatCanBeWritten() {
    Receipt receipt = receipt();

    JournalException told = failure(() -> journal().begin(receipt, soon()));

    assertThat(told.isInDoubt()).isFalse();
    Await.until(() -> delivery(receipt).get("outcome").asText().equals("FAILED"));
    assertThat(delivery(receipt).get("statusCode").asInt()).isEqualTo(503);
  }

  @Test
  void whatIsQueuedIsNotWhereThereIsNoConnection() throws InterruptedException {
    writer.close();
    writer = writerThatBreaksAt("getConnection");

    JournalException told =
        failure(() -> journal().queue(receipt(), QueueSettings.DEFAULT, soon()));

    assertThat(told.isInDoubt()).isFalse();
  }

  /** What claims a key is several statements, which are committed in the end. */
  @Test
  void whatIsQueuedWithAKeyIsInDoubtOnlyWhereTheCommitBreaks() throws InterruptedException {
    for (boolean isCommit : List.of(true, false)) {
      writer.close();
      writer = writerThatBreaksAt(isCommit ? "commit" : "prepareStatement");

      JournalException told =
          failure(() -> journal().queue(receipt(), QueueSettings.DEFAULT, claim(), soon()));

      assertThat(told.isInDoubt()).isEqualTo(isCommit);
    }
  }

  /** An ending that the statement left alone is settled in a transaction of its own. */
  @Test
  void whatOneStatementWroteStandsWhateverBecomesOfWhatItLeftAlone() throws Exception {
    DeliveryKey ended = receipt().key();
    Pending begun = new Pending(new JournalEntry.Begin(receipt(), Outcome.RECEIVED));
    Pending queued = new Pending(new JournalEntry.Begin(receipt(), Outcome.QUEUED));
    Pending late = new Pending(new JournalEntry.Finish(ended, failed(), 500));
    writer.close();
    writer = writerThatBreaksAt("commit");

    writer.write(List.of(begun, late, queued), true);

    assertThat(begun.written()).isCompleted();
    assertThat(queued.written()).isCompleted();
    assertThat(late.written()).isCompletedExceptionally();
  }

  @Test
  void whatIsGivenUpWhileTheStatementRunsIsTakenBackWhateverBecomesOfTheRest() throws Exception {
    Receipt receipt = receipt();
    Pending begun = new Pending(new JournalEntry.Begin(receipt, Outcome.RECEIVED));
    writer.close();
    writer = writerWhere("executeQuery", begun::giveUp);

    writer.write(
        List.of(begun, new Pending(new JournalEntry.Finish(receipt().key(), failed(), 500))), true);

    Await.until(() -> delivery(receipt).get("outcome").asText().equals("FAILED"));
    assertThat(delivery(receipt).get("statusCode").asInt()).isEqualTo(503);
  }

  private static Attempt failed() {
    Instant now = Instant.now();
    return new Attempt(
        1, 1, null, ActionResult.failed(FailureReason.BUSY, "busy"), AttemptTimes.NONE, now, now);
  }

  private static Claim claim() {
    byte[] hash = new byte[32];
    new SecureRandom().nextBytes(hash);
    Instant now = Instant.now();
    return new Claim(hash, hash, now, now.plusSeconds(60), null);
  }

  private JsonNode delivery(Receipt receipt) {
    return Tenant.json(tenant.get("/deliveries/" + receipt.id()));
  }

  private interface Writing {
    void write() throws JournalException;
  }

  private static JournalException failure(Writing writing) {
    return catchThrowableOfType(JournalException.class, writing::write);
  }

  private DeliveryJournal journal() {
    return new DeliveryJournal(writer, INLET.bean(Retries.class));
  }

  /**
   * The connection breaks twice, as often as an entry is tried: after a call, or because there is
   * none.
   */
  private static JournalWriter writerThatBreaksAt(String method) {
    AtomicInteger left = new AtomicInteger(2);
    return writerWhere(
        method,
        () -> {
          if (left.getAndDecrement() > 0) {
            throw method.equals("getConnection")
                ? new SQLTransientConnectionException("There is none")
                : new SQLException("An I/O error occurred", "08006");
          }
        });
  }

  private interface Happening {
    void run() throws SQLException;
  }

  /** Whose connections are the pool's, but for what happens after a call (or instead of one). */
  private static JournalWriter writerWhere(String method, Happening happening) {
    DataSource pool = INLET.pool("journal-writer");
    DataSource other =
        proxy(
            DataSource.class,
            pool,
            (called, result) ->
                called.equals("getConnection")
                    ? connection(result, method, happening)
                    : result.get());
    return new JournalWriter(
        other,
        INLET.bean(JournalStatements.class),
        INLET.bean(Partitions.class),
        new SimpleMeterRegistry());
  }

  private static Connection connection(Result pooled, String method, Happening happening)
      throws Throwable {
    if (method.equals("getConnection")) {
      happening.run();
    }
    return proxy(
        Connection.class,
        (Connection) pooled.get(),
        (called, result) ->
            called.equals("prepareStatement") && !method.equals(called)
                ? proxy(
                    PreparedStatement.class,
                    (PreparedStatement) result.get(),
                    (inner, answer) -> happening(inner.equals(method), happening, answer))
                : happening(called.equals(method), happening, result));
  }

  private static Object happening(boolean isTheOne, Happening happening, Result answer)
      throws Throwable {
    Object result = answer.get();
    if (isTheOne) {
      happening.run();
    }
    return result;
  }

  private interface Result {
    Object get() throws Throwable;
  }

  private interface Call {
    Object of(String method, Result result) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, T other, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            CutCommitTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                call.of(method.getName(), () -> invoke(other, method, arguments))));
  }

  private static Object invoke(Object other, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(other, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Receipt receipt() {
    return Receipts.of(tenant);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
