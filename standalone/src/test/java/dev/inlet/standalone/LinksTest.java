package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where the documents lead to. What lies outside of the repository is not looked at. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @Test
  void leadToWhatIsThere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path page : Pages.all()) {
      for (MatchResult found : LINK.matcher(Files.readString(page)).results().toList()) {
        String link = found.group(1);
        if (!link.contains("://") && !link.startsWith("mailto:")) {
          links++;
          if (!isThere(page, link)) {
            dead.add(Pages.ROOT.relativize(page) + " -> " + link);
          }
        }
      }
    }

    assertThat(dead).isEmpty();
    assertThat(links).as("that there is something to look at").isGreaterThan(50);
  }

  private static boolean isThere(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1
            || !target.toString().endsWith(".md")
            || hasHeading(target, parts[1]));
  }

  private static boolean hasHeading(Path page, String anchor) {
    return Pages.lines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(LinksTest::anchor)
        .anyMatch(anchor::equals);
  }

  /** As GitHub makes it of a heading. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+\\s*", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
