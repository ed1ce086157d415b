package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.queue.QueueSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of an entry whose connection to PostgreSQL breaks. */
class CutCommitTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private JournalWriter writer = writerThatBreaksAt("commit");

  @AfterEach
  void close() throws InterruptedException {
    writer.close();
  }

  /** It may be there: here it is, only nobody heard of it. */
  @Test
  void whatIsQueuedIsInDoubtWhereTheCommitBreaks() {
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
  void whatIsQueuedIsNotWhereItBreaksBeforeTheCommit() throws InterruptedException {
    writer.close();
    writer = writerThatBreaksAt("prepareStatement");

    JournalException told =
        failure(() -> journal().queue(receipt(), QueueSettings.DEFAULT, soon()));

    assertThat(told.isInDoubt()).isFalse();
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
   * The connection breaks twice, as often as an entry is tried: before a call, or after a commit.
   */
  private static JournalWriter writerThatBreaksAt(String method) {
    AtomicInteger left = new AtomicInteger(2);
    DataSource pool = INLET.pool("journal-writer");
    DataSource breaking =
        proxy(
            DataSource.class,
            pool,
            (called, result) ->
                called.equals("getConnection")
                    ? proxy(
                        Connection.class,
                        (Connection) result.get(),
                        (inner, answer) -> breaking(inner.equals(method), left, answer))
                    : result.get());
    return new JournalWriter(
        breaking, INLET.bean(JournalStatements.class), INLET.bean(Partitions.class));
  }

  private static Object breaking(boolean isTheOne, AtomicInteger left, Result answer)
      throws Throwable {
    boolean isBroken = isTheOne && left.getAndDecrement() > 0;
    Object result = answer.get();
    if (isBroken) {
      throw new SQLException("An I/O error occurred", "08006");
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
    Instant now = Instant.now();
    return new Receipt(
        tenant.organization(),
        DeliveryId.at(now),
        new WebhookId(UUID.randomUUID()),
        1,
        "192.0.2.1",
        Map.of("Content-Type", List.of("application/json")),
        StoredPayload.whole(new byte[] {1}),
        new long[0],
        null,
        now.plusSeconds(60));
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
