package dev.inlet.benchmarks.faults;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A build of Inlet that a node can run.
 *
 * @param classPath all that it is made of
 */
record Build(String classPath) {

  /** The one that this runs from. */
  static final Build OWN = new Build(System.getProperty("java.class.path"));

  /**
   * An older one if there is one, or this one.
   *
   * @param folder with classes and libraries, as {@code benchmarks/target} of a checkout that was
   *     built
   */
  static Build before(Optional<Path> folder) {
    return folder
        .map(Path::toAbsolutePath)
        .map(path -> path.resolve("classes") + File.pathSeparator + path.resolve("lib") + "/*")
        .map(Build::new)
        .orElse(OWN);
  }
}
