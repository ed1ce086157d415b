package dev.inlet.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node has allocated, as its own log of collections tells it: what the heap has grown by
 * from the end of each to the beginning of the next.
 */
record CollectionLog(Path file) {

  private static final Pattern COLLECTION =
      Pattern.compile("GC\\(\\d+\\) Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");
  private static final long MEGABYTE = 1024 * 1024;

  /** The option by which a Java process writes it. */
  String option() {
    return "-Xlog:gc:file=%s:uptime".formatted(file);
  }

  long allocatedBytes() throws IOException {
    long grown = 0;
    long after = 0;
    for (String line : Files.readAllLines(file)) {
      Matcher pause = COLLECTION.matcher(line);
      if (pause.find()) {
        grown += Long.parseLong(pause.group(1)) - after;
        after = Long.parseLong(pause.group(2));
      }
    }
    return grown * MEGABYTE;
  }
}
