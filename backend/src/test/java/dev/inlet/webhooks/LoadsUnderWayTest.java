package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import org.junit.jupiter.api.Test;

class LoadsUnderWayTest {

  private final OrganizationId mine = new OrganizationId(Ids.next());
  private final OrganizationId other = new OrganizationId(Ids.next());
  private final LoadsUnderWay underWay = new LoadsUnderWay();

  @Test
  void missWhatChangesMeanwhile() {
    try (LoadsUnderWay.Load load = underWay.begin()) {
      assertThat(load.mayHaveMissed(mine::equals)).isFalse();

      underWay.changed(mine);

      assertThat(load.mayHaveMissed(mine::equals)).isTrue();
    }
  }

  @Test
  void missNothingWhereAnotherOrganizationChangesWithoutEnd() {
    try (LoadsUnderWay.Load load = underWay.begin()) {
      for (int i = 0; i < 1_000; i++) {
        underWay.changed(other);
      }

      assertThat(load.mayHaveMissed(mine::equals)).isFalse();
    }
  }

  @Test
  void missWhateverMayHaveChanged() {
    try (LoadsUnderWay.Load load = underWay.begin()) {
      underWay.everythingMayHaveChanged();

      assertThat(load.mayHaveMissed(mine::equals)).isTrue();
    }
  }

  @Test
  void missNothingOfBefore() {
    underWay.changed(mine);
    try (LoadsUnderWay.Load _ = underWay.begin()) {
      underWay.changed(mine);
    }

    try (LoadsUnderWay.Load load = underWay.begin()) {
      assertThat(load.mayHaveMissed(mine::equals)).isFalse();
    }
  }
}
