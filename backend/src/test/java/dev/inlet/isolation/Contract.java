package dev.inlet.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The served OpenAPI document. */
final class Contract {

  private Contract() {}

  /** An operation's method and path. */
  record Route(String method, String path) {

    String on(Map<String, String> variables) {
      String filled = path;
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
      }
      return filled;
    }
  }

  /** Every operation by its id. */
  @SuppressWarnings("unchecked")
  static Map<String, Route> operations() {
    Map<String, Route> operations = new TreeMap<>();
    Map<String, Object> paths =
        (Map<String, Object>) Objects.requireNonNull(document().get("paths"));
    paths.forEach(
        (path, methods) ->
            ((Map<String, Object>) methods)
                .forEach(
                    (method, operation) -> {
                      String id =
                          String.valueOf(((Map<String, Object>) operation).get("operationId"));
                      operations.put(id, new Route(method.toUpperCase(Locale.ROOT), path));
                    }));
    return operations;
  }

  private static Map<String, Object> document() {
    try (InputStream stream = Contract.class.getResourceAsStream("/META-INF/swagger/inlet.yml")) {
      return new Yaml().load(Objects.requireNonNull(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
