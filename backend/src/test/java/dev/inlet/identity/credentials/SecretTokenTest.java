package dev.inlet.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

  @Test
  void isReadBackFromItsText() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    SecretToken token = SecretToken.next(first, second);

    SecretToken read = SecretToken.parse(token.text(), 2).orElseThrow();

    assertThat(read.ids()).containsExactly(first, second);
    assertThat(read.isRecognisedBy(token.hash())).isTrue();
    assertThat(read.isRecognisedBy(SecretToken.next(first, second).hash())).isFalse();
    assertThat(SecretToken.parse(token.text(), 1)).isEmpty();
  }

  @Test
  void doesNotTellItsSecret() {
    SecretToken token = SecretToken.next();

    assertThat(token.toString()).doesNotContain(token.text());
  }

  @Property
  void takesWhateverStrangersSendForNoTokenOrOne(
      @ForAll String text, @ForAll @IntRange(max = 3) int ids) {
    assertThatCode(() -> SecretToken.parse(text, ids)).doesNotThrowAnyException();
  }
}
