package dev.inlet.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That what is measured is a delivery that comes through: refusing one would be cheaper. */
class DeliveryTest {

  @ParameterizedTest
  @EnumSource
  void eachStepMakesWhatTheNextOneNeeds(Size size) throws Exception {
    Sample sample = Sample.of(size);
    Delivery delivery = new Delivery(sample);

    assertThat(delivery.parsed()).hasToString(sample.payload());
    assertThat(delivery.violations()).isEmpty();
    assertThat(delivery.mapped()).containsOnlyKeys(sample.mapping().keySet());
    assertThat(delivery.converted().problems()).isEmpty();
    assertThat(
            new ObjectMapper()
                .readTree(delivery.serialised())
                .at("/Properties/$values")
                .findValues("Name"))
        .hasSameSizeAs(sample.mapping().keySet());
    assertThat(delivery.terms()).hasSizeGreaterThan(4);
    assertThat(delivery.headers()).contains("\"User-Agent\":[");
  }
}
