package dev.inlet.webapp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What browsers are told not to do with any answer. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class SecurityHeaders {

  /**
   * Mantine writes its sizes as style attributes and elements, hence unsafe-inline for styles
   * alone.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    boolean isFingerprinted = request.getPath().startsWith("/assets/") && response.code() == 200;
    if (isFingerprinted) {
      response.getHeaders().set("Cache-Control", "public, max-age=31536000, immutable");
    } else if (request.getPath().startsWith("/api/")) {
      response.getHeaders().set("Cache-Control", "no-store");
    }
  }
}
