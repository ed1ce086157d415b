package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.deliveries.QueuedDeliveries.Claimed;
import dev.inlet.deliveries.QueuedDeliveries.Places;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is, of organizations whose deliveries wait: due in an hour, claimed in two. */
class QueuedDeliveriesTest {

  private static final TestInlet INLET = TestInlet.start(Map.of());
  private static final Duration LIFE = Duration.ofSeconds(40);

  private final Instant later =
      Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);
  private final QueuedDeliveries queued =
      new QueuedDeliveries(INLET.pool("journal"), Clock.fixed(later, ZoneOffset.UTC));
  private final Tenant many = Tenant.in(INLET);
  private final Tenant few = Tenant.in(INLET);

  @AfterAll
  static void stop() {
    INLET.close();
  }

  @AfterEach
  void forget() {
    asOwner("DELETE FROM deliveries");
  }

  @Test
  void anOrganizationAloneGetsHalfOfThePlaces() {
    queue(many, 100);

    assertThat(byOrganization(queued.claim(64, free(64), LIFE)))
        .isEqualTo(Map.of(many.organization(), 32L));
  }

  @Test
  void oneThatHoldsHalfGetsNoMoreUntilItGivesBack() {
    queue(many, 100);

    assertThat(queued.claim(32, held(32, 32), LIFE)).isEmpty();
    assertThat(queued.claim(33, held(33, 31), LIFE)).hasSize(1);
  }

  @Test
  void whoeverHoldsTheLeastComesFirstHoweverLongOthersAreDue() {
    queue(many, 100);
    queue(few, 3);

    assertThat(byOrganization(queued.claim(8, free(8), LIFE)))
        .isEqualTo(Map.of(many.organization(), 3L, few.organization(), 3L));
  }

  @Test
  void whatOneHoldsLeavesOthersTheRest() {
    queue(many, 100);
    queue(few, 10);

    assertThat(byOrganization(queued.claim(32, held(32, 32), LIFE)))
        .isEqualTo(Map.of(few.organization(), 10L));
  }

  @Test
  void ofAnOrganizationThoseThatAreDueTheLongestComeFirst() {
    queue(many, 100);

    List<Instant> claimed =
        queued.claim(16, free(16), LIFE).stream().map(Claimed::dueAt).sorted().toList();
    List<Instant> next =
        queued.claim(16, free(16), LIFE).stream().map(Claimed::dueAt).sorted().toList();

    assertThat(claimed).hasSize(8);
    assertThat(claimed.getLast()).isBefore(next.getFirst());
  }

  @Test
  void theLeaseIsTold() {
    queue(few, 1);

    assertThat(queued.claim(1, free(1), LIFE))
        .extracting(Claimed::lease)
        .containsExactly(later.plus(LIFE));
  }

  @Test
  void whatIsNotDueIsNobodys() {
    queue(few, 1);
    asOwner("UPDATE deliveries SET deadline_at = now() + interval '3 hours'");

    assertThat(queued.claim(1, free(1), LIFE)).isEmpty();
  }

  @Test
  void linesOfOneOrganizationLeaveOthersTheirPlaces() {
    queue(many, 40);
    queue(few, 1);
    asOwner("UPDATE deliveries SET queue_place = extract(epoch FROM deadline_at)::bigint");

    assertThat(byOrganization(queued.claimInOrder(8, free(8), LIFE)))
        .isEqualTo(Map.of(many.organization(), 4L, few.organization(), 1L));
  }

  /** As where one line ends after the other, and each looks for its next one. */
  @Test
  void whoeverLooksForOneAloneIsGivenItOfAllThatIsLeft() {
    queue(many, 10);

    assertThat(queued.claim(1, held(22, 10), LIFE)).hasSize(1);
  }

  private static Places free(int places) {
    return new Places(places, Map.of());
  }

  private Places held(int left, int byMany) {
    return new Places(left, Map.of(many.organization(), byMany));
  }

  private static Map<OrganizationId, Long> byOrganization(List<Claimed> claimed) {
    return claimed.stream()
        .map(one -> one.key().organization())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Of a webhook each; those of the organization that is first made are due the longest. */
  private void queue(Tenant tenant, int count) {
    asOwner(
        """
        INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, outcome,
                                source_address, headers, body, deadline_at, attempts_begun)
        SELECT '%s', at,
               (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5('%1$s' || n), 1, 3)
                || '8' || substr(md5('%1$s' || n), 4, 15))::uuid,
               gen_random_uuid(), 1, 'QUEUED', '127.0.0.1', '[]', '{}',
               now() + interval '1 hour' + n * interval '1 second', 1
        FROM (SELECT n, (now() - n * interval '1 millisecond')::timestamptz(3) AS at FROM generate_series(1, %d) n) a
        """
            .formatted(tenant.organization(), count));
  }

  private static void asOwner(String sql) {
    Sql.execute(
        INLET,
        """
        BEGIN;
        ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
        %s;
        ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
        COMMIT
        """
            .formatted(sql));
  }
}
