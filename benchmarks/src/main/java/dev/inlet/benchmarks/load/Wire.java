package dev.inlet.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection, kept alive, for one thread. Knows as little of HTTP as it takes: a client that
 * does more would be a good part of what is measured on the same processors.
 */
final class Wire implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BROKEN = 0;

  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /** Sends it and waits for the answer; gives the status, or 0 if there was none. */
  int send(Post post) {
    try {
      InputStream from = in == null ? connect(post.port()) : in;
      Objects.requireNonNull(socket).getOutputStream().write(post.bytes());
      return read(from);
    } catch (IOException e) {
      close();
      return BROKEN;
    }
  }

  private InputStream connect(int port) throws IOException {
    Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    opened.setSoTimeout((int) PATIENCE.toMillis());
    socket = opened;
    InputStream from = new BufferedInputStream(opened.getInputStream());
    in = from;
    return from;
  }

  private int read(InputStream from) throws IOException {
    String first = line(from);
    int length = 0;
    boolean isChunked = false;
    boolean isLast = false;
    for (String header = line(from); !header.isEmpty(); header = line(from)) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith("content-length:")) {
        length = Integer.parseInt(name.substring(15).strip());
      }
      isChunked |= name.startsWith("transfer-encoding:");
      isLast |= name.equals("connection: close");
    }
    if (isChunked) {
      skipChunks(from);
    } else {
      from.skipNBytes(length);
    }
    if (isLast) {
      close();
    }
    return Integer.parseInt(first.substring(9, 12));
  }

  private static void skipChunks(InputStream from) throws IOException {
    int length;
    do {
      length = Integer.parseInt(line(from), 16);
      from.skipNBytes(length + 2L);
    } while (length > 0);
  }

  private static String line(InputStream from) throws IOException {
    byte[] bytes = new byte[256];
    int count = 0;
    for (int next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r' && count < bytes.length) {
        bytes[count++] = (byte) next;
      }
    }
    return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException _) {
      // It is of no use any more, either way.
    }
    socket = null;
    in = null;
  }
}
