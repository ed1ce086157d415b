package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Simulator;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MendedConnectionsTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final int AT_ONCE = 3;

  /** So that nobody tries what is hurried. */
  private final Instant later =
      Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);

  private final MendedConnections mended =
      new MendedConnections(
          INLET.pool("journal"),
          INLET.bean(Database.class),
          Clock.fixed(later, ZoneOffset.UTC),
          AT_ONCE);

  @Test
  void hurriesAllThatWaitsHoweverManyThatAre() throws JournalException {
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(INLET, simulator);
      INLET.settle(); // so that the node's own has nothing to do here
      for (int i = 0; i < 2 * AT_ONCE + 1; i++) {
        queueAgain(tenant, later.plusSeconds(60));
      }

      mended.changed("connections", tenant.organization());

      Await.until(() -> waiting(tenant).isEmpty());
    }
  }

  @Test
  void takesOneConnectionHoweverMuchChangesAtOnce() {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger times = new AtomicInteger();
    DataSource counting = counted(INLET.pool("journal"), taken, most, times);
    MendedConnections busy =
        new MendedConnections(counting, INLET.bean(Database.class), Clock.systemUTC(), AT_ONCE);
    try (Simulator simulator = Simulator.start()) {
      List<Tenant> tenants =
          Stream.generate(() -> Tenant.connected(INLET, simulator)).limit(4).toList();

      for (int i = 0; i < 40; i++) {
        busy.changed("connections", tenants.get(i % tenants.size()).organization());
      }

      Await.until(() -> times.get() >= tenants.size() && taken.get() == 0);
      assertThat(most).hasValue(1);
      assertThat(times).hasValueLessThan(40);
    } finally {
      busy.close();
    }
  }

  private static DataSource counted(
      DataSource pool, AtomicInteger taken, AtomicInteger most, AtomicInteger times) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          times.incrementAndGet();
          most.accumulateAndGet(taken.incrementAndGet(), Math::max);
          Connection connection = pool.getConnection();
          return proxy(
              Connection.class,
              (inner, called, values) -> {
                if (called.getName().equals("close")) {
                  taken.decrementAndGet();
                }
                return called.invoke(connection, values);
              });
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            MendedConnectionsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private List<String> waiting(Tenant tenant) {
    return Sql.rowsOf(
        tenant.organization(),
        INLET,
        "SELECT 1 FROM deliveries WHERE outcome = 'QUEUED' AND deadline_at > '%s'"
            .formatted(later));
  }

  /** As one whose attempt found no credentials that iMIS takes. */
  private static void queueAgain(Tenant tenant, Instant nextAttemptAt) throws JournalException {
    Instant now = Instant.now();
    Receipt receipt = Receipts.of(tenant);
    ActionResult refused = ActionResult.failed(FailureReason.CREDENTIALS_REFUSED, "Refused.");
    Attempt attempt = new Attempt(1, 1, null, refused, AttemptTimes.NONE, now, now);
    DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
    journal.begin(receipt, soon());
    journal.finishQueued(receipt.key(), attempt, nextAttemptAt, soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
