package dev.inlet.platform.json;

import java.util.Arrays;
import java.util.List;

/** RFC 6901 JSON Pointers as text. */
public final class JsonPointers {

  private JsonPointers() {}

  public static String append(String pointer, String name) {
    return pointer + "/" + escape(name);
  }

  public static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  public static String unescape(String segment) {
    return segment.replace("~1", "/").replace("~0", "~");
  }

  /** The names and indexes on the way to a value; none for the whole document. */
  public static List<String> segments(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Arrays.stream(pointer.substring(1).split("/", -1)).map(JsonPointers::unescape).toList();
  }
}
