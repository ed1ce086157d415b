package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import dev.inlet.platform.sharing.Shares;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for deliveries to end, whichever node works on them. However many wait, the database is
 * asked once at a time for all of them; and they are no more than it answers at once, of which each
 * organization has its share.
 */
@Singleton
public class AwaitedDeliveries {

  private static final Logger LOG = LoggerFactory.getLogger(AwaitedDeliveries.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  static final int WAITING_MAX = 2_000;

  private final Jdbi jdbi;
  private final Shares places;
  private final AtomicBoolean isLooking = new AtomicBoolean();
  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

  @Inject
  AwaitedDeliveries(@Named("journal") DataSource dataSource) {
    this(dataSource, WAITING_MAX);
  }

  AwaitedDeliveries(DataSource dataSource, int waitingMax) {
    this.jdbi = Database.jdbi(dataSource);
    this.places = new Shares(waitingMax);
  }

  /** One who waits; as many as there are are told apart by their identity. */
  private static final class Waiter {

    private final DeliveryKey delivery;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    Waiter(DeliveryKey delivery) {
      this.delivery = delivery;
    }
  }

  /**
   * Whether nobody works on the delivery any more; waits for that until the deadline, unless too
   * many others of the organization wait.
   */
  public boolean hasEnded(DeliveryKey delivery, Deadline deadline) {
    if (!places.take(delivery.organization(), 1)) {
      return false;
    }
    try {
      return hasEnded(new Waiter(delivery), deadline);
    } finally {
      places.giveBack(delivery.organization(), 1);
    }
  }

  private boolean hasEnded(Waiter waiter, Deadline deadline) {
    waiters.add(waiter);
    startLooking();
    try {
      waiter.ended.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiters.remove(waiter);
    }
  }

  /** By nobody's clock: whoever waits is told as well while the node ends. */
  private void startLooking() {
    if (isLooking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("awaited-deliveries").start(this::lookOn);
    }
  }

  private void lookOn() {
    try {
      while (!waiters.isEmpty()) {
        Thread.sleep(PAUSE);
        lookOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      isLooking.set(false);
    }
    if (!waiters.isEmpty()) {
      startLooking(); // somebody came in that very moment
    }
  }

  private void lookOnce() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("It could not be seen whether deliveries have ended: {}", SqlState.of(e));
    }
  }

  private void look() {
    List<Waiter> asking = List.copyOf(waiters);
    if (!asking.isEmpty()) {
      Set<DeliveryKey> underWay =
          underWay(asking.stream().map(waiter -> waiter.delivery).distinct().toList());
      asking.stream()
          .filter(waiter -> !underWay.contains(waiter.delivery))
          .forEach(waiter -> waiter.ended.complete(null));
    }
  }

  private Set<DeliveryKey> underWay(List<DeliveryKey> deliveries) {
    List<Instant> times = deliveries.stream().map(each -> each.id().receivedAt()).sorted().toList();
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT d.organization_id, d.delivery_id
                        FROM unnest(:organizations, :times, :ids) AS a (organization_id, received_at, delivery_id)%s
                        WHERE d.outcome IN ('RECEIVED', 'QUEUED')
                        """
                            .formatted(
                                DeliveryQuery.eachOf(
                                    "a",
                                    "organization_id, delivery_id, outcome",
                                    "AND received_at BETWEEN :first AND :last")))
                    .bindArray(
                        "organizations",
                        UUID.class,
                        deliveries.stream().map(each -> each.organization().value()).toList())
                    .bindArray(
                        "times",
                        OffsetDateTime.class,
                        deliveries.stream()
                            .map(each -> each.id().receivedAt().atOffset(ZoneOffset.UTC))
                            .toList())
                    .bindArray(
                        "ids",
                        UUID.class,
                        deliveries.stream().map(each -> each.id().value()).toList())
                    .bind("first", times.getFirst())
                    .bind("last", times.getLast())
                    .map(
                        (row, context) ->
                            new DeliveryKey(
                                new OrganizationId(row.getObject("organization_id", UUID.class)),
                                new DeliveryId(row.getObject("delivery_id", UUID.class))))
                    .collect(Collectors.toSet())));
  }
}
