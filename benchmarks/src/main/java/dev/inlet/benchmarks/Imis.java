package dev.inlet.benchmarks;

import java.net.URI;

/**
 * An iMIS, or what answers as one, as an organization would connect to it.
 *
 * @param callsMax how many calls may be under way at once
 */
public record Imis(URI baseUrl, String username, String password, int callsMax) {

  private static final int CALLS_MAX = 4; // Inlet's own default

  public Imis(URI baseUrl, String username, String password) {
    this(baseUrl, username, password, CALLS_MAX);
  }

  /** The simulated one at a port of this machine. */
  public static Imis simulated(int port) {
    return new Imis(URI.create("http://localhost:" + port), "demo", "demo&100%=ok");
  }

  public Imis withCalls(int max) {
    return new Imis(baseUrl, username, password, max);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return baseUrl.toString();
  }
}
