package dev.inlet.connections;

import dev.inlet.platform.http.AsciiUrl;
import dev.inlet.platform.http.OutboundGuard;
import dev.inlet.platform.problem.ProblemException;
import java.net.URI;
import java.util.Locale;

/** Reads the address of an iMIS as people type it: with a slash or {@code /api} at its end, too. */
final class BaseUrl {

  private static final String POINTER = "/baseUrl";

  private BaseUrl() {}

  /**
   * Reads and checks an address; whether Inlet may call where it leads is asked at each call.
   *
   * @throws ProblemException if it cannot be the address of an iMIS
   */
  static URI parse(String typed, OutboundGuard guard) {
    URI uri = uri(typed.strip());
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && guard.letsAnythingThrough())) {
      throw ProblemException.invalid(POINTER, "The address must begin with https://.");
    }
    if (uri.getHost() == null) {
      throw ProblemException.invalid(
          POINTER, "The address names no server, such as org.imiscloud.com.");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw ProblemException.invalid(
          POINTER, "The address must end with the server's name or a path: no user, no ?, no #.");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw ProblemException.invalid(POINTER, "The port is a number from 1 to 65535.");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return URI.create(URI.create(scheme + "://" + host + port + path(uri)).toASCIIString());
  }

  private static URI uri(String typed) {
    try {
      return URI.create(typed.length() > 500 ? "" : AsciiUrl.of(typed));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          POINTER, "This is not a web address, such as https://org.imiscloud.com.");
    }
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.replaceFirst("/+$", "")
        .replaceFirst("(?i)/(api|token)$", "")
        .replaceFirst("/+$", "");
  }
}
