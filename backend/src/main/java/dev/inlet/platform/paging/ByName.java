package dev.inlet.platform.paging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a list by name goes on.
 *
 * @param name the last one's of the page before; blank at the beginning
 * @param id tells those apart who have the same name
 */
public record ByName(String name, UUID id) {

  private static final ByName BEGINNING = new ByName("", new UUID(0, 0));

  /**
   * What a cursor says.
   *
   * @throws dev.inlet.platform.problem.ProblemException if it is not one of such a list's
   */
  public static ByName after(@Nullable String cursor) {
    List<String> parts = Cursor.decode(cursor, 2);
    return parts.isEmpty() ? BEGINNING : new ByName(parts.get(0), Cursor.uuid(parts.get(1)));
  }

  public static String cursor(String name, UUID id) {
    return Cursor.encode(name, id.toString());
  }
}
