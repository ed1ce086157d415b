package dev.imissimulator;

/**
 * The simulator on its own: {@code IMIS_SIMULATOR_PORT} (8081) and {@code IMIS_SIMULATOR_HOST}
 * (127.0.0.1).
 */
public final class SimulatorApplication {
  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  private SimulatorApplication() {}

  public static void main(String[] args) {
    // Not under the name that logging looks for: the jar must not configure the logging of its
    // host.
    System.setProperty(
        LOG_CONFIGURATION, System.getProperty(LOG_CONFIGURATION, "dev/imissimulator/logback.xml"));
    String host = System.getenv().getOrDefault("IMIS_SIMULATOR_HOST", "127.0.0.1");
    int port = Integer.parseInt(System.getenv().getOrDefault("IMIS_SIMULATOR_PORT", "8081"));
    Simulator simulator = Simulator.start(host, port);
    System.out.println("iMIS simulator at " + simulator.baseUrl());
  }
}
