package dev.inlet.webapp;

import dev.inlet.platform.http.PublicUrl;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What browsers are told not to do with any answer. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class SecurityHeaders implements Ordered {

  private static final String STRICT_TRANSPORT_SECURITY =
      "max-age=%d; includeSubDomains".formatted(Duration.ofDays(365).toSeconds());

  private static final String PERMISSIONS_POLICY =
      Stream.of(
              "accelerometer",
              "autoplay",
              "browsing-topics",
              "camera",
              "display-capture",
              "encrypted-media",
              "fullscreen",
              "geolocation",
              "gyroscope",
              "hid",
              "idle-detection",
              "local-fonts",
              "magnetometer",
              "microphone",
              "midi",
              "payment",
              "picture-in-picture",
              "screen-wake-lock",
              "serial",
              "storage-access",
              "usb",
              "xr-spatial-tracking")
          .map(feature -> feature + "=()")
          .collect(Collectors.joining(", "));

  private final boolean isHttps;

  SecurityHeaders(PublicUrl publicUrl) {
    this.isHttps = publicUrl.isHttps();
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    if (!headers.contains(ContentSecurityPolicy.HEADER)) {
      headers.set(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.NOTHING);
    }
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", PERMISSIONS_POLICY);
    if (isHttps) {
      headers.set("Strict-Transport-Security", STRICT_TRANSPORT_SECURITY);
    }
    sayWhatMayBeKept(request.getPath(), response);
  }

  /** Around all other filters, so that what they refuse has the headers too. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  private static void sayWhatMayBeKept(String path, MutableHttpResponse<?> response) {
    boolean isFingerprinted = path.startsWith("/assets/") && response.code() == 200;
    if (isFingerprinted) {
      response.getHeaders().set("Cache-Control", "public, max-age=31536000, immutable");
    } else if (path.startsWith("/api/")) {
      response.getHeaders().set("Cache-Control", "no-store");
    }
  }
}
