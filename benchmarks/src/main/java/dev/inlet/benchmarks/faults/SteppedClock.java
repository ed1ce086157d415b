package dev.inlet.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clock of one process, which can be stepped while it runs: libfaketime's. The monotonic
 * clock goes on as it does on a machine whose time is set.
 */
final class SteppedClock {

  static final String MISSING = "libfaketime (Debian's package faketime) is not installed";

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/lib"), Path.of("/usr/local/lib"), Path.of("/usr/lib64"));

  private final Path library;
  private final Path file;

  private SteppedClock(Path library, Path file) {
    this.library = library;
    this.file = file;
  }

  /** Empty if libfaketime is not to be found. */
  static Optional<SteppedClock> in(Path directory) throws IOException {
    for (Path place : PLACES) {
      Optional<Path> library = find(place);
      if (library.isPresent()) {
        SteppedClock clock = new SteppedClock(library.get(), directory.resolve("clock"));
        clock.set(Duration.ZERO);
        return Optional.of(clock);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> find(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(place)) {
      return Stream.concat(Stream.of(place), folders)
          .map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();
    }
  }

  /** What a process needs in its environment to follow this clock. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", file.toString(),
        "FAKETIME_CACHE_DURATION", "1", // seconds; without, each look at the clock opens the file
        "FAKETIME_FORCE_MONOTONIC_FIX", "0", // it ends the JVM's waits at once
        "DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1");
  }

  /** Steps it: so much from now on before or behind the right time. */
  void set(Duration offset) throws IOException {
    Path next = file.resolveSibling("clock.next");
    Files.writeString(next, "%+d".formatted(offset.toSeconds()));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
