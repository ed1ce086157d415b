package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import org.junit.jupiter.api.Test;

/** What the next delivery with a key is told of the first. */
class FirstDeliveryTest {

  /** Its caller was not: nobody had heard the end of the commit in time. */
  @Test
  void oneThatWaitsAfterAllIsToldToBeTaken() {
    FirstDelivery first = first(Outcome.QUEUED, 500, CallerAnswer.NOT_CONFIRMED);

    assertThat(first.holdsKey()).isTrue();
    assertThat(first.isUnsettled()).isFalse();
    assertThat(first.told()).hasValue(FirstDelivery.Told.success(202));
  }

  @Test
  void oneThatWasNotTakenHoldsNothing() {
    assertThat(first(Outcome.FAILED, 503, CallerAnswer.NOT_TAKEN).holdsKey()).isFalse();
  }

  private static FirstDelivery first(Outcome outcome, int statusCode, String error) {
    return new FirstDelivery(
        new DeliveryId(Ids.next()), new byte[0], outcome, null, statusCode, error, null);
  }
}
