package dev.inlet.actions.imis;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in recordings in the place of secrets, and of what every iMIS makes up for itself:
 * {@code {{token}}}. One name is one value throughout an exchange.
 */
final class Placeholders {

  private static final Pattern NAME = Pattern.compile("\\{\\{([a-zA-Z0-9]+)}}");

  private final Map<String, String> values = new HashMap<>();

  Placeholders() {
    values.put("username", "demo");
    values.put("password", "demo%26100%25%3Dok");
  }

  /** The text with values in it; those that are not known yet are made up. */
  String filled(String text) {
    return NAME.matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    values.computeIfAbsent(found.group(1), "some-%s"::formatted)));
  }

  /** What is due in the words of what came, if that fits; whatever was not known is then. */
  String seenIn(String due, String came) {
    Matcher matcher = pattern(due).matcher(came);
    if (!matcher.matches()) {
      return due;
    }
    matcher.namedGroups().keySet().forEach(name -> values.put(name, matcher.group(name)));
    return came;
  }

  private Pattern pattern(String due) {
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (MatchResult found : NAME.matcher(due).results().toList()) {
      pattern.append(Pattern.quote(due.substring(end, found.start())));
      pattern.append(one(found.group(1), pattern));
      end = found.end();
    }
    return Pattern.compile(pattern + Pattern.quote(due.substring(end)), Pattern.DOTALL);
  }

  private String one(String name, CharSequence before) {
    String known = values.get(name);
    if (known != null) {
      return Pattern.quote(known);
    }
    String group = "(?<%s>".formatted(name);
    return before.toString().contains(group) ? "\\k<%s>".formatted(name) : group + "[^\"]+?)";
  }
}
