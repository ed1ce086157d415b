package dev.inlet.platform.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void givesOneThatWantsAllHalf() {
    Shares shares = new Shares(100);

    assertThat(greedy(shares, organization())).isEqualTo(50);
  }

  @Test
  void givesOneMoreThanHalfOfWhatCannotBeHalved() {
    assertThat(greedy(new Shares(1), organization())).isEqualTo(1);
    assertThat(greedy(new Shares(3), organization())).isEqualTo(2);
  }

  @Test
  void givesNoMoreWithoutThatSomeIsGivenBack() {
    Shares shares = new Shares(100);
    OrganizationId organization = organization();
    greedy(shares, organization);

    assertThat(shares.take(organization, 1)).isFalse();
    shares.giveBack(organization, 1);
    assertThat(shares.take(organization, 1)).isTrue();
    assertThat(shares.take(organization, 1)).isFalse();
  }

  /** However many hold all they can, whoever comes next still finds something. */
  @Property(tries = 50)
  void leavesSomethingForWhoeverComesNext(@ForAll @IntRange(min = 1, max = 40) int others) {
    Shares shares = new Shares(12_000);
    List<OrganizationId> floods = Stream.generate(SharesTest::organization).limit(others).toList();
    boolean isTaken = true;
    while (isTaken) {
      isTaken = floods.stream().map(each -> shares.take(each, 1)).reduce(false, Boolean::logicalOr);
    }

    assertThat(greedy(shares, organization()))
        .isGreaterThanOrEqualTo(12_000 / (others + 1) / 2 - 1);
  }

  @Property(tries = 50)
  void isWholeAgainOnceAllIsGivenBack(@ForAll @IntRange(min = 1, max = 50) int amount) {
    Shares shares = new Shares(100);
    OrganizationId organization = organization();

    assertThat(shares.take(organization, amount)).isTrue();
    shares.giveBack(organization, amount);

    assertThat(greedy(shares, organization())).isEqualTo(50);
  }

  private static int greedy(Shares shares, OrganizationId organization) {
    int taken = 0;
    while (shares.take(organization, 1)) {
      taken++;
    }
    return taken;
  }

  private static OrganizationId organization() {
    return new OrganizationId(Ids.next());
  }
}
