package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LivePlacesTest {

  private final LivePlaces places = new LivePlaces();

  @Test
  void aHandfulOfOrganizationsLeavesPlacesToTheOthers() {
    for (int organization = 0; organization < 5; organization++) {
      takeAllItCan(organization(), null);
    }

    for (int other = 0; other < 10; other++) {
      OrganizationId organization = organization();
      assertThat(places.enter(organization, UUID.randomUUID())).isNotNull();
      assertThat(places.enter(organization, UUID.randomUUID())).isNotNull();
    }
  }

  @Test
  void aPersonHasNoMoreThanOneOrganizationHoweverManyTheyFounded() {
    UUID person = UUID.randomUUID();
    int taken = 0;
    for (int organization = 0; organization < 20; organization++) {
      taken += takeAllItCan(organization(), person);
    }

    assertThat(taken).isEqualTo(LivePlaces.OF_EACH_MAX);
  }

  @Test
  void aPlaceThatIsLeftIsFree() {
    OrganizationId organization = organization();
    UUID person = UUID.randomUUID();
    for (int i = 0; i < 3 * LivePlaces.OF_ALL_MAX; i++) {
      places.leave(places.enter(organization, person));
    }

    assertThat(takeAllItCan(organization, person)).isEqualTo(LivePlaces.OF_EACH_MAX);
    assertThatThrownBy(() -> places.enter(organization, UUID.randomUUID()))
        .isInstanceOf(ProblemException.class);
  }

  private int takeAllItCan(OrganizationId organization, @Nullable UUID person) {
    int taken = 0;
    while (taken < LivePlaces.OF_ALL_MAX) {
      try {
        places.enter(organization, person == null ? UUID.randomUUID() : person);
        taken++;
      } catch (ProblemException e) {
        return taken;
      }
    }
    return taken;
  }

  private static OrganizationId organization() {
    return new OrganizationId(Ids.next());
  }
}
