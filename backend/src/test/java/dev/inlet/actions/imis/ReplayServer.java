package dev.inlet.actions.imis;

import dev.inlet.actions.imis.ConformanceCase.Answer;
import dev.inlet.actions.imis.ConformanceCase.Exchange;
import dev.inlet.actions.imis.ConformanceCase.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives recorded answers in their order, whatever is asked, and keeps what was. */
final class ReplayServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Iterator<Exchange> exchanges;
  private final Placeholders placeholders;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private ReplayServer(
      ServerSocket socket, Iterator<Exchange> exchanges, Placeholders placeholders) {
    this.socket = socket;
    this.exchanges = exchanges;
    this.placeholders = placeholders;
  }

  /**
   * A request as it came.
   *
   * @param headers by their names, whatever the case
   * @param body a character for each byte
   */
  record Received(String method, String path, Map<String, String> headers, String body) {}

  static ReplayServer start(List<Exchange> exchanges, Placeholders placeholders)
      throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    ReplayServer server = new ReplayServer(socket, exchanges.iterator(), placeholders);
    Thread.startVirtualThread(server::accept);
    return server;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        Thread.startVirtualThread(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: done.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      received.add(read(connection.getInputStream()));
      Exchange exchange = next();
      Answer answer = exchange.answer();
      if (answer != null) {
        send(answer, connection.getOutputStream());
      } else if (exchange.fault() == Fault.HANG) {
        pause(Duration.ofHours(1));
      }
    } catch (IOException e) {
      // The client hung up: done.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Exchange next() throws IOException {
    if (!exchanges.hasNext()) {
      throw new IOException("One request more than is due");
    }
    return exchanges.next();
  }

  private static Received read(InputStream in) throws IOException {
    String[] line = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    return new Received(line[0], line[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The connection was closed");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private void send(Answer answer, OutputStream out) throws IOException, InterruptedException {
    byte[] body = latin1(placeholders.filled(answer.body().wire()));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (answer.status() != 204) {
      headers.put("Content-Length", String.valueOf(body.length));
    }
    headers.put("Connection", "close");
    headers.putAll(answer.headers());
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status());
    head.append(' ').append(answer.reason() == null ? "" : answer.reason()).append("\r\n");
    headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    pause(answer.delay());
    out.write(latin1(head + "\r\n"));
    if (answer.pausePerByte().isZero()) {
      out.write(body);
    }
    for (int i = 0; i < body.length && !answer.pausePerByte().isZero(); i++) {
      pause(answer.pausePerByte());
      out.write(body[i]);
    }
  }

  private void pause(Duration duration) throws InterruptedException {
    boolean _ = closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
  }
}
