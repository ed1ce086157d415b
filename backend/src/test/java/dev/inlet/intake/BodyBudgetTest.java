package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {

  @Test
  void refusesWhatDoesNotFitBesideWhatOthersHold() {
    BodyBudget budget = new BodyBudget(100);
    BodyBudget.Account first = budget.open();
    BodyBudget.Account second = budget.open();

    assertThat(first.take(60)).isTrue();
    assertThat(second.take(60)).isFalse();
    second.close();
    assertThat(first.take(40)).isTrue();
    first.close();

    assertThat(budget.open().take(100)).isTrue();
  }
}
