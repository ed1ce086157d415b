package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RehearsalThreadTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final RehearsalThread thread = INLET.bean(RehearsalThread.class);

  @Test
  void computesOneAtATimeWhileOthersRead() throws Exception {
    Tenant tenant = Tenant.in(INLET);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Boolean> rehearsal =
        CompletableFuture.supplyAsync(
            () ->
                thread.run(
                    organization(),
                    () -> {
                      begun.countDown();
                      await(end);
                      return Thread.currentThread().isVirtual();
                    }));
    begun.await();
    CompletableFuture<Boolean> next =
        CompletableFuture.supplyAsync(() -> thread.run(organization(), () -> end.getCount() == 0));

    assertThat(tenant.get("/deliveries?q=homer").statusCode()).isEqualTo(200);
    end.countDown();

    assertThat(rehearsal.join()).isFalse();
    assertThat(next.join()).as("only once the other had ended").isTrue();
  }

  @Test
  void passesOnWhatWentWrong() {
    assertThatThrownBy(
            () ->
                thread.run(
                    organization(),
                    () -> {
                      throw new IllegalArgumentException("it");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OrganizationId organization() {
    return new OrganizationId(Ids.next());
  }
}
