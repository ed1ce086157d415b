package dev.inlet.platform.json;

import java.util.regex.Pattern;

/** What a name may be made of: nothing that breaks lines, hides or turns the text around it. */
public final class OneLine {

  /** What it may not be made of, as the inside of a character class. */
  public static final String REFUSED =
      "\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

  /** A regular expression for {@code @Pattern}. */
  public static final String PATTERN = "[^" + REFUSED + "]*";

  public static final String MESSAGE = "A name is one line of plain text.";

  private static final Pattern RUN = Pattern.compile("[" + REFUSED + "]+");

  private OneLine() {}

  /** Any text as one line: each run of what a name may not be made of becomes a space. */
  public static String of(String text) {
    return RUN.matcher(text).replaceAll(" ");
  }
}
