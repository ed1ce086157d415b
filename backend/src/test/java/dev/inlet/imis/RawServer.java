package dev.inlet.imis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Answers each connection with given bytes, over and over if it is told to, and closes it. */
final class RawServer implements AutoCloseable {

  private final ServerSocket socket;
  private final byte[] answer;
  private final byte[] endless;
  private final AtomicLong sent = new AtomicLong();

  private RawServer(ServerSocket socket, byte[] answer, byte[] endless) {
    this.socket = socket;
    this.answer = answer;
    this.endless = endless;
  }

  static RawServer answering(byte[] answer) throws IOException {
    return start(answer, new byte[0]);
  }

  static RawServer answering(String answer) throws IOException {
    return answering(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  static RawServer answeringForEver(String beginning, String endless) throws IOException {
    return start(
        beginning.getBytes(StandardCharsets.ISO_8859_1),
        endless.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static RawServer start(byte[] answer, byte[] endless) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    RawServer server = new RawServer(socket, answer, endless);
    Thread.startVirtualThread(server::accept);
    return server;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  long bytesSent() {
    return sent.get();
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
      InputStream in = connection.getInputStream();
      int read = in.read(new byte[65_536]);
      OutputStream out = connection.getOutputStream();
      send(out, answer);
      while (read > 0 && endless.length > 0) {
        send(out, endless);
      }
    } catch (IOException e) {
      // The client hung up: done.
    }
  }

  private void send(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    sent.addAndGet(bytes.length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
