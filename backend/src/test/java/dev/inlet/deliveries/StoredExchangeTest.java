package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.actions.ActionResult.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StoredExchangeTest {

  @Property
  void givesBackWhatItTook(@ForAll String request, @ForAll String response) {
    StoredExchange stored = StoredExchange.of(new Exchange(request, 200, response));

    assertThat(StoredExchange.inflated(stored.deflated())).isEqualTo(stored);
  }

  @Test
  void tellsAnEmptyAnswerFromNone() {
    assertThat(again(new StoredExchange("{}", null)).response()).isNull();
    assertThat(again(new StoredExchange("{}", "")).response()).isEmpty();
  }

  @Test
  void cutsWhatIsTooLongOnceHoweverOftenItIsRead() {
    StoredExchange stored = StoredExchange.of(new Exchange("a".repeat(100_000), 200, null));

    assertThat(stored.request()).hasSizeLessThan(66_000).endsWith("a […]");
    assertThat(again(again(stored))).isEqualTo(stored);
  }

  @Test
  void keepsNoNulWhichNoTextOfPostgresqlHas() {
    assertThat(StoredExchange.of(new Exchange("a\0b", null, null)).request()).isEqualTo("a\uFFFDb");
  }

  @Test
  void isSmallWhereTheSameIsSaidOverAndOver() {
    String property =
        "{\"$type\":\"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts\",\"Name\":\"NOTE\"},";

    assertThat(new StoredExchange(property, property.repeat(50)).deflated()).hasSizeLessThan(300);
  }

  @Test
  void saysSoOfBytesThatAreNoExchange() {
    byte[] deflated = new StoredExchange("{}", "answer").deflated();

    assertThatThrownBy(() -> StoredExchange.inflated(Arrays.copyOf(deflated, deflated.length / 2)))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void saysSoOfLengthsThatNoTextHas() {
    for (int length : new int[] {-2, Integer.MAX_VALUE}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
        out.writeInt(length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }

      assertThatThrownBy(() -> StoredExchange.inflated(bytes.toByteArray()))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  private static StoredExchange again(StoredExchange stored) {
    return StoredExchange.inflated(stored.deflated());
  }
}
