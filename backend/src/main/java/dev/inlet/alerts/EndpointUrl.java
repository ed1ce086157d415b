package dev.inlet.alerts;

import dev.inlet.platform.http.AsciiUrl;
import dev.inlet.platform.http.OutboundGuard;
import dev.inlet.platform.problem.ProblemException;
import java.net.URI;
import java.util.Locale;

/**
 * Reads the address of an endpoint; whether Inlet may call where it leads is asked at each call.
 */
final class EndpointUrl {

  private static final String POINTER = "/url";
  private static final int LENGTH_MAX = 1_000;

  private EndpointUrl() {}

  /**
   * Reads and checks an address.
   *
   * @throws ProblemException if it is none that messages can be sent to
   */
  static URI parse(String typed, OutboundGuard guard) {
    URI uri = uri(typed.strip());
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && guard.letsAnythingThrough())) {
      throw ProblemException.invalid(POINTER, "The address must begin with https://.");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw ProblemException.invalid(
          POINTER, "The address names no server, such as alerts.example.org.");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw ProblemException.invalid(POINTER, "The address must hold no user and no #.");
    }
    return uri;
  }

  private static URI uri(String typed) {
    try {
      return URI.create(
          URI.create(typed.length() > LENGTH_MAX ? "" : AsciiUrl.of(typed)).toASCIIString());
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          POINTER, "This is not a web address, such as https://alerts.example.org/inlet.");
    }
  }
}
