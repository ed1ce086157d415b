package dev.inlet.platform.http;

import dev.inlet.platform.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address that the world knows this installation by. */
@Singleton
public class PublicUrl {

  private static final Pattern SHAPE =
      Pattern.compile("(?i)(https?)://([^/?#@\\s]+?)(:\\d+)?(/\\S*)?");

  private final String base;
  private final String host;
  private final boolean isHttps;

  PublicUrl(AddressConfiguration address) {
    this.base = address.base();
    Matcher parts = SHAPE.matcher(base);
    if (!parts.matches()) {
      throw new ConfigurationException(
          "INLET_PUBLIC_URL must be an address such as https://inlet.example.org.");
    }
    this.isHttps = parts.group(1).equalsIgnoreCase("https");
    this.host = parts.group(2);
  }

  /**
   * Completes a path.
   *
   * @param path begins with a slash
   */
  public String of(String path) {
    return base + path;
  }

  /** The name within it, without a port. */
  public String host() {
    return host;
  }

  /** Whether the world reaches this installation by HTTPS only. */
  public boolean isHttps() {
    return isHttps;
  }
}
