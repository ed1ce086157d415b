package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

  private final BodyBudget budget = new BodyBudget(200);
  private final OrganizationId organization = new OrganizationId(Ids.next());
  private final OrganizationId other = new OrganizationId(Ids.next());

  @Test
  void refusesWhatDoesNotFitBesideWhatOthersHold() {
    BodyBudget.Account first = budget.open(organization);
    BodyBudget.Account second = budget.open(organization);

    assertThat(first.take(60)).isTrue();
    assertThat(second.hasRoomFor(60)).isFalse();
    assertThat(second.take(60)).isFalse();
    assertThat(budget.open(other).take(60)).isTrue();
    second.close();
    assertThat(first.take(10)).isTrue();
    assertThat(first.take(10)).isFalse();
    first.close();

    assertThat(budget.open(organization).take(70)).isTrue();
  }

  @Test
  void holdsNothingForWhatIsOnlyAnnounced() {
    BodyBudget.Account first = budget.open(organization);

    assertThat(first.hasRoomFor(100)).isTrue();
    assertThat(first.hasRoomFor(101)).isFalse();
    assertThat(first.hasRoomFor(-1)).isTrue(); // not announced
    assertThat(budget.open(organization).take(100)).isTrue();
  }

  @Test
  void givesNothingToADeliveryThatIsDone() {
    BodyBudget.Account done = budget.open(organization);
    done.close();

    assertThat(done.take(1)).isFalse();
  }
}
