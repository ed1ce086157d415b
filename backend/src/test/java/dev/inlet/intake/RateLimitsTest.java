package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import io.github.bucket4j.TimeMeter;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private final SettableTime time = new SettableTime();
  private final RateLimits limits = new RateLimits(3, 4, time);
  private final OrganizationId organization = new OrganizationId(Ids.next());
  private final WebhookId webhook = new WebhookId(Ids.next());

  /** Time that passes when a test says so. */
  private static final class SettableTime implements TimeMeter {

    private long nanos;

    void pass(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  @Test
  void takesTwiceTheRateOfAWebhookAtOnceAndThenTheRate() {
    assertThat(takenOf(webhook, 20)).isEqualTo(6);

    time.pass(Duration.ofSeconds(1));
    assertThat(takenOf(webhook, 20)).isEqualTo(3);
    time.pass(Duration.ofHours(1));
    assertThat(takenOf(webhook, 20)).isEqualTo(6);
  }

  @Test
  void keepsAnOrganizationToItsRateHoweverManyWebhooksItHas() {
    long taken =
        Stream.generate(() -> new WebhookId(Ids.next()))
            .limit(20)
            .filter(each -> !limits.take(organization, each).isUsedUp())
            .count();

    assertThat(taken).isEqualTo(8);
    assertThat(limits.take(organization, webhook).policy()).isEqualTo("organization");
    assertThat(limits.take(new OrganizationId(Ids.next()), webhook).isUsedUp()).isFalse();
  }

  @Test
  void takesNoTokenOfAWebhookForWhatItsOrganizationRefuses() {
    takenOf(new WebhookId(Ids.next()), 6);
    takenOf(new WebhookId(Ids.next()), 2);
    assertThat(takenOf(webhook, 20)).isZero();

    time.pass(Duration.ofSeconds(2));

    Quota after = limits.take(organization, webhook);
    assertThat(after.remaining()).isEqualTo(5);
  }

  @Test
  void takesNoTokenOfAnOrganizationForWhatItsWebhookRefuses() {
    takenOf(webhook, 1_000);

    assertThat(takenOf(new WebhookId(Ids.next()), 20)).isEqualTo(2);
  }

  @Test
  void tellsWhatIsLeftAndWhenToComeBack() {
    assertThat(fields(limits.take(organization, webhook)))
        .containsExactly("\"webhook\";q=6;w=2", "\"webhook\";r=5;t=1");
    takenOf(webhook, 5);

    Quota refused = limits.take(organization, webhook);

    assertThat(fields(refused)).containsExactly("\"webhook\";q=6;w=2", "\"webhook\";r=0;t=1");
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    time.pass(refused.retryAfter());
    assertThat(limits.take(organization, webhook).isUsedUp()).isFalse();
  }

  @Test
  void tellsOfAnOrganizationOnlyWhereThatRefuses() {
    takenOf(webhook, 6);
    takenOf(new WebhookId(Ids.next()), 2);

    assertThat(fields(limits.take(organization, new WebhookId(Ids.next()))))
        .containsExactly("\"organization\";q=8;w=2", "\"organization\";r=0;t=1");
  }

  @Test
  void hasFewOfTheRefusedWrittenDown() {
    long logged =
        Stream.generate(() -> limits.isRefusalLogged(organization))
            .limit(1_000)
            .filter(isLogged -> isLogged)
            .count();

    assertThat(logged).isEqualTo(20);
  }

  private long takenOf(WebhookId of, int tries) {
    return Stream.generate(() -> limits.take(organization, of))
        .limit(tries)
        .filter(quota -> !quota.isUsedUp())
        .count();
  }

  private static Stream<String> fields(Quota quota) {
    MutableHttpResponse<?> response = HttpResponse.ok();
    quota.tell(response);
    return Stream.of("RateLimit-Policy", "RateLimit").map(response.getHeaders()::get);
  }
}
