package dev.inlet.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A build of Inlet that a node can run.
 *
 * @param classPath all that it is made of
 */
public record Build(String classPath) {

  /** The one that this runs from. */
  public static final Build OWN = new Build(System.getProperty("java.class.path"));

  private static final String CLASSES = "classes";
  private static final String LIBRARIES = "lib";

  /**
   * An older one if there is one, or this one.
   *
   * @param folder with classes and libraries, as {@code benchmarks/target} of a checkout that was
   *     built
   * @throws IllegalArgumentException if it has none
   */
  public static Build before(Optional<Path> folder) {
    return folder.map(Build::in).orElse(OWN);
  }

  private static Build in(Path folder) {
    Path home = folder.toAbsolutePath();
    Stream.of(CLASSES, LIBRARIES)
        .map(home::resolve)
        .filter(part -> !Files.isDirectory(part))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new IllegalArgumentException(
                  "There is no folder %s: before= names benchmarks/target of a checkout that was built"
                      .formatted(missing));
            });
    return new Build(home.resolve(CLASSES) + File.pathSeparator + home.resolve(LIBRARIES) + "/*");
  }
}
