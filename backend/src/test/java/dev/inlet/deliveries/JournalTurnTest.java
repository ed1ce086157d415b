package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal's two writers: one after the other, unless that takes long. */
class JournalTurnTest {

  private static final TestInlet INLET = TestInlet.shared();

  private static final Duration LONG = Duration.ofMinutes(1);

  private final Tenant tenant = Tenant.in(INLET);
  private final CountDownLatch firstHangs = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch secondBegins = new CountDownLatch(2);
  private JournalWriter writer = writer(Duration.ofMillis(2));

  @AfterEach
  void close() throws InterruptedException {
    goOn.countDown();
    writer.close();
  }

  @Test
  void aGroupGoesAheadBesideOneThatHangsAndTheTurnComesBack() throws Exception {
    CompletableFuture<Void> held = begin();
    assertThat(firstHangs.await(10, TimeUnit.SECONDS)).isTrue();

    begin().get(10, TimeUnit.SECONDS);
    begin().get(10, TimeUnit.SECONDS);
    assertThat(held).isNotDone();

    goOn.countDown();
    held.get(10, TimeUnit.SECONDS);
    begin().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aGroupWaitsForTheOneBeforeItAndGathersMeanwhile() throws Exception {
    writer.close();
    writer = writer(LONG);
    CompletableFuture<Void> held = begin();
    assertThat(firstHangs.await(10, TimeUnit.SECONDS)).isTrue();

    List<CompletableFuture<Void>> gathered = Stream.generate(this::begin).limit(20).toList();
    // As long as it takes to be sure that nobody goes ahead.
    assertThat(secondBegins.await(300, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(gathered).noneMatch(CompletableFuture::isDone);

    goOn.countDown();
    held.get(10, TimeUnit.SECONDS);
    for (CompletableFuture<Void> each : gathered) {
      each.get(10, TimeUnit.SECONDS);
    }
  }

  private JournalWriter writer(Duration turn) {
    return new JournalWriter(
        whoseFirstConnectionHangs(),
        INLET.bean(JournalStatements.class),
        INLET.bean(Partitions.class),
        new SimpleMeterRegistry(),
        turn);
  }

  private CompletableFuture<Void> begin() {
    return writer.write(new JournalEntry.Begin(receipt(), Outcome.RECEIVED)).written();
  }

  private Receipt receipt() {
    return Receipts.of(tenant);
  }

  private DataSource whoseFirstConnectionHangs() {
    DataSource pool = INLET.pool("journal-writer");
    AtomicBoolean isFirst = new AtomicBoolean(true);
    return (DataSource)
        Proxy.newProxyInstance(
            JournalTurnTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              Connection connection = pool.getConnection();
              secondBegins.countDown();
              if (isFirst.getAndSet(false)) {
                firstHangs.countDown();
                goOn.await();
              }
              return connection;
            });
  }
}
