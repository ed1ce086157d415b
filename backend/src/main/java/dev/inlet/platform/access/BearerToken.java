package dev.inlet.platform.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The token that a request presents. */
final class BearerToken {

  private static final String BEARER = "Bearer ";

  private BearerToken() {}

  static Optional<String> of(HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization", String.class, "");
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
