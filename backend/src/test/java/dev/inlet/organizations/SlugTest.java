package dev.inlet.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "acme", "a-b", "a--b", "2nd-street"})
  void takesLowerCaseLettersDigitsAndInnerHyphens(String text) {
    assertThat(new Slug(text)).hasToString(text);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
  }

  static String[] wrong() {
    return new String[] {
      "",
      " ",
      "-",
      "-a",
      "a-",
      "A",
      "a_b",
      "a.b",
      "a/b",
      "..",
      "é",
      "٣",
      "a\n",
      "a b",
      "a%2f",
      "a".repeat(64)
    };
  }

  @ParameterizedTest
  @CsvSource({
    "Acme, acme",
    "'  The Àcme Ässociation, Inc. ', the-acme-association-inc",
    "Straße & Co, stra-e-co",
    "İstanbul, istanbul",
    "日本協会, organization",
    "---, organization",
    "'', organization",
    "😀, organization",
    "a very long name that goes on and on and on and on, a-very-long-name-that-goes-on-and-on-and"
  })
  void resemblesTheNameItIsDerivedFrom(String name, String slug) {
    assertThat(Slug.derivedFrom(name)).hasToString(slug);
  }

  @Property
  void isDerivedFromAnyName(@ForAll String name) {
    Slug slug = Slug.derivedFrom(name);

    assertThat(Slug.isValid(slug.value())).isTrue();
    assertThat(slug.value()).hasSizeLessThanOrEqualTo(40);
  }
}
