package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.queue.QueueSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    assertThat(tenant.get("/deliveries/" + receipt.id()).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsBegunIsNotForNobodyWorksOnIt() {
    assertThat(failure(() -> journal().begin(receipt(), soon())).isInDoubt()).isFalse();
  }

  @Test
  void whatIsQueuedIsNotWhereItBreaksBeforeTheCommit() throws InterruptedException {
    writer.close();
    writer = writerThatBreaksAt("prepareStatement");

    JournalException told =
        failure(() -> journal().queue(receipt(), QueueSettings.DEFAULT, soon()));

    assertThat(told.isInDoubt()).isFalse();
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

  private static JournalWriter writerThatBreaksAt(String method) {
    DataSource pool = INLET.pool("journal");
    DataSource breaking =
        proxy(
            DataSource.class,
            pool,
            "getConnection",
            () ->
                proxy(
                    Connection.class,
                    pool.getConnection(),
                    method,
                    () -> {
                      throw new SQLException("An I/O error occurred", "08006");
                    }));
    return new JournalWriter(
        breaking, INLET.bean(JournalStatements.class), INLET.bean(Partitions.class));
  }

  private interface Instead {
    Object call() throws SQLException;
  }

  /** As the other, but for one method: a commit happens, and something else is said of it. */
  private static <T> T proxy(Class<T> type, T other, String method, Instead instead) {
    return type.cast(
        Proxy.newProxyInstance(
            CutCommitTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              if (!called.getName().equals(method)) {
                try {
                  return called.invoke(other, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }
              if (method.equals("commit")) {
                called.invoke(other, arguments);
              }
              return instead.call();
            }));
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
