package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.QueuedDeliveries.Claimed;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldPlacesTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  private final HeldPlaces places = new HeldPlaces(64);
  private final OrganizationId one = new OrganizationId(Ids.next());
  private final OrganizationId other = new OrganizationId(Ids.next());

  @Test
  void tellsWhatIsLeftAndWhoHoldsHowMuch() {
    places.take(claimed(one, 3));
    places.take(claimed(other, 1));
    places.giveBack(one);
    places.giveBack(other);

    assertThat(places.now().left()).isEqualTo(62);
    assertThat(places.now().held()).containsOnlyKeys(one).containsEntry(one, 2);
  }

  @Test
  void areEnoughWhereOnesShareIsNotUsedUp() {
    places.take(claimed(one, 1));
    assertThat(places.wereTooFew()).isFalse();

    places.take(claimed(one, 30));
    assertThat(places.wereTooFew()).isFalse();

    places.take(List.of());
    assertThat(places.wereTooFew()).isFalse();
  }

  @Test
  void areTooFewWhereOneHoldsAsMuchAsIsLeft() {
    places.take(claimed(one, 32));
    assertThat(places.wereTooFew()).isTrue();

    Stream.generate(() -> one).limit(16).forEach(places::giveBack);
    places.take(claimed(one, 16));
    assertThat(places.wereTooFew()).isTrue();
  }

  @Test
  void areTooFewForOneBesideOthers() {
    places.take(claimed(other, 20));
    places.take(claimed(one, 22));

    assertThat(places.wereTooFew()).isTrue();
  }

  private static List<Claimed> claimed(OrganizationId organization, int count) {
    return Stream.generate(() -> claimed(organization)).limit(count).toList();
  }

  private static Claimed claimed(OrganizationId organization) {
    return new Claimed(
        new DeliveryKey(organization, DeliveryId.at(NOW)),
        new WebhookId(Ids.next()),
        1,
        1,
        null,
        NOW,
        NOW.plusSeconds(40));
  }
}
