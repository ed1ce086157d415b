package dev.inlet.platform.http;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The address that the world knows this installation by. */
@Singleton
public class PublicUrl {

  private final String base;

  PublicUrl(@Value("${inlet.public-url}") String base) {
    this.base = base.replaceFirst("/+$", "");
  }

  /**
   * Completes a path.
   *
   * @param path begins with a slash
   */
  public String of(String path) {
    return base + path;
  }
}
