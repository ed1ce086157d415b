package dev.inlet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a ZIP archive, as text by name. */
public record Unzipped(Map<String, String> files) {

  public static Unzipped of(byte[] archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return new Unzipped(files);
  }

  public String text(String name) {
    String text = files.get(name);
    if (text == null) {
      throw new AssertionError("There is no %s among %s".formatted(name, files.keySet()));
    }
    return text;
  }

  /** The documents of a file that has one in each line. */
  public List<JsonNode> documents(String name) {
    return text(name).lines().map(Definitions::read).toList();
  }
}
