package dev.inlet.platform.json;

import org.jspecify.annotations.Nullable;

/** PostgreSQL refuses the character NUL in text; strangers send it all the same. */
public final class StorableText {

  private StorableText() {}

  /** The text with every NUL replaced by U+FFFD and cut to so many characters. */
  public static @Nullable String of(@Nullable String text, int lengthMax) {
    if (text == null) {
      return null;
    }
    String cut = text.length() > lengthMax ? beginning(text, lengthMax) + " […]" : text;
    return cut.replace('\0', '\uFFFD');
  }

  private static String beginning(String text, int length) {
    boolean isWithinPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, isWithinPair ? length - 1 : length);
  }
}
