package dev.inlet.platform.json;

/** What a name may be made of: nothing that breaks lines, hides or turns the text around it. */
public final class OneLine {

  /** A regular expression for {@code @Pattern}. */
  public static final String PATTERN =
      "[^\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]*";

  public static final String MESSAGE = "A name is one line of plain text.";

  private OneLine() {}
}
