package dev.inlet.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP by hand, for what no well-behaved client sends. */
public final class RawHttp {

  private RawHttp() {}

  /** What came back. */
  public record Answer(int status, Map<String, String> headers, String body) {

    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** Writes a request as it likes, perhaps never to its end. */
  @FunctionalInterface
  public interface Writing {
    void write(OutputStream out) throws IOException;
  }

  public static Answer exchange(int port, Writing request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      try {
        request.write(socket.getOutputStream());
      } catch (IOException e) {
        // The server may close while much is still being sent; what it answered counts.
      }
      return read(socket.getInputStream());
    }
  }

  /**
   * Begins a request and goes on with it a little at a time, until there is an answer.
   *
   * @throws IOException if the server closes the connection without one
   */
  public static Answer trickle(int port, byte[] beginning, byte[] more) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(beginning);
      Await.until(() -> isOverAfter(socket, more));
      return read(socket.getInputStream());
    }
  }

  private static boolean isOverAfter(Socket socket, byte[] more) {
    try {
      socket.getOutputStream().write(more);
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      return true; // the server closed it
    }
  }

  /** Head and body of a POST with the given headers, each ending with CRLF. */
  public static Answer post(int port, String path, String headers, byte[] body) throws IOException {
    return exchange(
        port,
        out -> {
          out.write(head(path, headers));
          out.write(body);
          out.flush();
        });
  }

  public static byte[] head(String path, String headers) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
        .formatted(path, headers)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Reads one answer; another one may follow. */
  public static Answer read(InputStream in) throws IOException {
    String statusLine = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(Integer.parseInt(statusLine.split(" ", -1)[1]), headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The connection was closed after: " + line);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
