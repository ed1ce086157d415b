package dev.inlet.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A POST as it goes over the wire, made once and sent often: making it costs the measured nothing.
 */
record Post(int port, byte[] bytes) {

  static Post of(int port, String path, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append("POST %s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(path, port));
    head.append(
        "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(content.length));
    headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    head.append("\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[first.length + content.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    return new Post(port, all);
  }
}
