package dev.inlet.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(StorableText.of("Homer\nSimpson 😀", 100)).isEqualTo("Homer\nSimpson 😀");
  }

  @Test
  void leavesNothingAsNothing() {
    assertThat(StorableText.of(null, 100)).isNull();
  }

  @Test
  void replacesWhatPostgresRefuses() {
    assertThat(StorableText.of("a\0b", 100)).isEqualTo("a\uFFFDb");
  }

  @Test
  void cutsAndSaysSo() {
    assertThat(StorableText.of("abcdef", 3)).isEqualTo("abc […]");
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(StorableText.of("ab😀", 3)).isEqualTo("ab […]");
  }
}
