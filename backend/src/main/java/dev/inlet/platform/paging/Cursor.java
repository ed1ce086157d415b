package dev.inlet.platform.paging;

import dev.inlet.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended, opaque to callers. Holds nothing secret and proves nothing. */
public final class Cursor {

  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  public static String encode(String... parts) {
    byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The parts of a cursor.
   *
   * @return empty if there is none
   * @throws ProblemException if it is not one of this list's
   */
  public static List<String> decode(@Nullable String cursor, int parts) {
    if (cursor == null || cursor.isEmpty()) {
      return List.of();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> decoded = Arrays.asList(text.split(SEPARATOR, -1));
      if (decoded.size() == parts && !text.contains("\0")) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      // Not Base64: no cursor of ours.
    }
    throw invalid();
  }

  public static UUID uuid(String part) {
    try {
      return UUID.fromString(part);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  public static int number(String part) {
    try {
      return Integer.parseInt(part);
    } catch (NumberFormatException e) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return ProblemException.invalid("", "The cursor is not one of this list; begin without one.");
  }
}
