package dev.inlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which release this is, as its build wrote it down. */
final class Release {

  private Release() {}

  /** The product and its version. */
  static String name() {
    Properties release = new Properties();
    try (InputStream written =
        Objects.requireNonNull(Release.class.getResourceAsStream("release.properties"))) {
      release.load(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "Inlet " + release.getProperty("version");
  }
}
