package dev.inlet.intake;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A request's headers, those left out that carry secrets by definition. */
final class StorableHeaders {

  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "x-auth-token");

  private StorableHeaders() {}

  static Map<String, List<String>> of(HttpHeaders headers) {
    Map<String, List<String>> storable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : headers.names()) {
      if (!SECRET.contains(name.toLowerCase(Locale.ROOT))) {
        storable.put(name, headers.getAll(name));
      }
    }
    return storable;
  }
}
