package dev.inlet.benchmarks.load;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A POST as it goes over the wire, made once and sent often: making it costs the measured nothing.
 */
record Post(InetSocketAddress to, byte[] bytes) {

  /**
   * Makes it.
   *
   * @param url without TLS
   */
  static Post of(URI url, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append("POST %s HTTP/1.1\r\nHost: %s\r\n".formatted(url.getPath(), url.getAuthority()));
    head.append(
        "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(content.length));
    headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    head.append("\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[first.length + content.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    return new Post(address(url), all);
  }

  /** Where a server is: the first of its addresses, so that all who send go to the same one. */
  static InetSocketAddress address(URI url) {
    int port = url.getPort() < 0 ? 80 : url.getPort();
    try {
      return new InetSocketAddress(InetAddress.getAllByName(url.getHost())[0], port);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }
}
