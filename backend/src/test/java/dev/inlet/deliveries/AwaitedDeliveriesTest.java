package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Who may wait for deliveries; here they never end, for the database is not there. */
class AwaitedDeliveriesTest {

  private final AwaitedDeliveries awaited = new AwaitedDeliveries(nowhere(), 3);
  private final OrganizationId flooding = new OrganizationId(Ids.next());
  private final OrganizationId other = new OrganizationId(Ids.next());
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }
  }

  @Test
  @Timeout(20)
  void areWaitedForByNoMoreOfAnOrganizationThanLeavesSomethingToOthers() {
    start(flooding);
    start(flooding);

    assertThat(await(flooding)).isFalse(); // at once
    start(other);
    assertThat(await(other)).isFalse();
  }

  @Test
  @Timeout(20)
  void leaveTheirPlaceToTheNextOne() throws InterruptedException {
    start(flooding);
    Thread second = start(flooding);

    second.interrupt();
    second.join();

    start(flooding);
  }

  /** Returns once it waits. */
  private Thread start(OrganizationId organization) {
    Thread thread = Thread.ofVirtual().start(() -> await(organization));
    threads.add(thread);
    Await.until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return thread;
  }

  private boolean await(OrganizationId organization) {
    return awaited.hasEnded(
        new DeliveryKey(organization, DeliveryId.at(Instant.now())),
        Deadline.in(Duration.ofMinutes(1)));
  }

  private static PGSimpleDataSource nowhere() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"localhost"});
    dataSource.setPortNumbers(new int[] {1});
    return dataSource;
  }
}
