package dev.inlet.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node has allocated, as its own log of collections tells it: what the heap has grown by
 * from the end of each to the beginning of the next.
 */
record CollectionLog(Path file) {

  /** Collectors that work beside the program say how full it is in percent, too. */
  private static final Pattern COLLECTION =
      Pattern.compile("GC\\(\\d+\\) .* (\\d+)M(?:\\(\\d+%\\))?->(\\d+)M\\(\\d+[M%]\\)");

  private static final long MEGABYTE = 1024 * 1024;

  /** The option by which a Java process writes it. */
  String option() {
    return "-Xlog:gc:file=%s:uptime".formatted(file);
  }

  long allocatedBytes() throws IOException {
    long grown = 0;
    long after = 0;
    for (Collection each : collections()) {
      grown += Math.max(0, each.before() - after);
      after = each.after();
    }
    return grown * MEGABYTE;
  }

  /** How much of the heap was used at most: collections begin where it is fullest. */
  long usedMegabytesMax() throws IOException {
    return collections().stream().mapToLong(Collection::before).max().orElse(0);
  }

  /** What the last collection left. */
  long leftMegabytes() throws IOException {
    List<Collection> all = collections();
    return all.isEmpty() ? 0 : all.getLast().after();
  }

  /** One of them, in megabytes. */
  private record Collection(long before, long after) {}

  private List<Collection> collections() throws IOException {
    return Files.readAllLines(file).stream()
        .map(COLLECTION::matcher)
        .filter(Matcher::find)
        .map(
            match -> new Collection(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
        .toList();
  }
}
