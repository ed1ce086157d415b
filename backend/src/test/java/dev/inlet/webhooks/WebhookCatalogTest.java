package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.DatabaseConfiguration;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of what is looked up, whoever changes or asks meanwhile. */
class WebhookCatalogTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final Tenant neighbour = Tenant.in(INLET);
  private final String key = key(tenant);
  private final AtomicInteger loads = new AtomicInteger();
  private Runnable meanwhile = () -> {};
  private final WebhookCatalog catalog = catalog();

  @Test
  void keepsWhatItLookedUp() {
    assertThat(find()).isSameAs(find());

    assertThat(loads).hasValue(1);
  }

  @Test
  void keepsNothingThatChangesWhileItIsLookedUp() {
    meanwhile = () -> changed(tenant);

    assertThat(find()).isNotSameAs(find());
    assertThat(loads).hasValue(2);
  }

  @Test
  void keepsWhatIsLookedUpWhileNeighboursChangeWithoutEnd() {
    meanwhile = () -> Stream.generate(() -> neighbour).limit(100).forEach(this::changed);

    assertThat(find()).isSameAs(find());
    assertThat(loads).hasValue(1);
  }

  @Test
  void keepsNothingThatMayHaveChangedUnseenWhileItIsLookedUp() {
    meanwhile = catalog::everythingMayHaveChanged;

    assertThat(find()).isNotSameAs(find());
    assertThat(loads).hasValue(2);
  }

  /** One is looked up at a time here. */
  @Test
  void looksWhatManyAskForAtOnceUpOnceThoughItIsUnknown() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    meanwhile = () -> await(go);
    String unknown = "0".repeat(27);

    List<Thread> flood =
        Stream.generate(() -> Thread.startVirtualThread(() -> catalog.find(tenant.slug(), unknown)))
            .limit(20)
            .toList();
    Await.until(() -> flood.stream().allMatch(WebhookCatalogTest::waits));
    go.countDown();
    for (Thread one : flood) {
      one.join();
    }

    assertThat(loads).hasValue(1);
  }

  @Test
  void findsWhatItKeepsWhileStrangersTakeEveryPlaceForLookingUp() throws InterruptedException {
    OpenWebhook kept = find();
    CountDownLatch go = new CountDownLatch(1);
    meanwhile = () -> await(go);
    Thread stranger =
        Thread.startVirtualThread(() -> catalog.find(neighbour.slug(), "0".repeat(27)));
    Await.until(() -> loads.get() == 2);

    assertThat(find()).isSameAs(kept);

    go.countDown();
    stranger.join();
  }

  private OpenWebhook find() {
    return catalog.find(tenant.slug(), key).orElseThrow();
  }

  private void changed(Tenant changed) {
    catalog.changed("webhooks", changed.organization());
  }

  private static String key(Tenant tenant) {
    String path = tenant.hookPath(tenant.createWebhook(Definitions.sample()));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WebhookCatalog catalog() {
    return new WebhookCatalog(
        INLET.bean(OrganizationRepository.class),
        INLET.bean(WebhookRepository.class),
        INLET.bean(WebhookCompiler.class),
        INLET.bean(PanelWatch.class),
        new Watched(INLET.bean(Database.class)),
        INLET.bean(Verifiers.class),
        Clock.systemUTC(),
        new DatabaseConfiguration("", "", "", 2, 1));
  }

  /** Of whatever is looked up, in the midst of it. */
  private final class Watched extends UrlRepository {

    Watched(Database database) {
      super(database);
    }

    @Override
    Optional<Instant> findEnd(OrganizationId organization, String key) {
      loads.incrementAndGet();
      meanwhile.run();
      return super.findEnd(organization, key);
    }
  }
}
