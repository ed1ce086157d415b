package dev.inlet.platform.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where this installation is.
 *
 * @param port what a node listens on
 * @param publicUrl what open URLs and links in e-mails begin with; {@code http://localhost:} and
 *     the port if it is not set. With {@code https}, browsers are told to reach its host and all
 *     subdomains by HTTPS alone, for a year
 */
@ConfigurationProperties("inlet")
record AddressConfiguration(
    @Bindable(defaultValue = "8080") int port, @Bindable(defaultValue = "") String publicUrl) {

  /** Without a slash at its end. */
  String base() {
    String given = publicUrl.isBlank() ? "http://localhost:" + port : publicUrl;
    return given.strip().replaceFirst("/+$", "");
  }
}
