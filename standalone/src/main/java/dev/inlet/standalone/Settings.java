package dev.inlet.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * What can be set of a trial.
 *
 * @param dataDirectory kept from start to start
 * @param port of the web app and the API; 0 for any free one
 * @param simulatorPort of the simulated iMIS
 */
record Settings(Path dataDirectory, int port, int simulatorPort) {

  static Settings of(Map<String, String> environment) {
    return new Settings(
        Path.of(environment.getOrDefault("INLET_DATA_DIR", "data")).toAbsolutePath().normalize(),
        port(environment, "INLET_PORT", 8080),
        port(environment, "INLET_SIMULATOR_PORT", 8081));
  }

  private static int port(Map<String, String> environment, String name, int otherwise) {
    String value = environment.getOrDefault(name, String.valueOf(otherwise));
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Not a number: the same remedy as for one out of range.
    }
    throw new StartException(
        "%s is \"%s\", but must be a port from 1 to 65535.".formatted(name, value));
  }
}
