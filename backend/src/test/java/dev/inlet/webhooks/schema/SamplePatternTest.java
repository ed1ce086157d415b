package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplePatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A-Z]{2}-\\d{4}",
        "(?:Mr|Ms)\\. \\w+",
        "[^@\\s]+@[^@\\s]+",
        "a{2,}b{1,3}",
        "R&D",
        "\\{\\[x\\]\\}"
      })
  void findsATextForWhatBothReadAlike(String pattern) {
    assertThat(SamplePattern.of(pattern).orElseThrow())
        .matches(text -> text.matches(pattern), "matches");
  }

  /**
   * Each is little to RE2, which bounds patterns, and may be without end to whoever makes texts.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a)\\1",
        "\\Q(a{1000}){1000}\\E",
        "((a{,1000}){,1000}){,1000}",
        "[](a{1000}]{1000}",
        "[^](a{1000}]{1000}",
        "[[(a{1000}]{1000}",
        "(?i)a",
        "(?P<n>a)",
        "\\x{41}",
        "\\p{L}",
        "a{",
        "a\\"
      })
  void leavesAloneWhatIsReadOtherwise(String pattern) {
    assertThat(SamplePattern.of(pattern)).isEmpty();
  }

  @Test
  void makesNothingHugeOfBackReferencesThatAreOneCharacterToTheSchema() {
    StringBuilder pattern = new StringBuilder("()".repeat(10)).append("(aaaaaaaaaa)");
    for (int group = 11; group <= 16; group++) {
      pattern.append('(').append(("\\" + group).repeat(25)).append(')');
    }

    assertThat(SamplePattern.of(pattern.toString())).isEmpty();
  }
}
