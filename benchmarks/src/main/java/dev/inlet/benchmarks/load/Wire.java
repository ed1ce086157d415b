package dev.inlet.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One connection to each server that is sent to, kept alive, for one thread. Knows as little of
 * HTTP as it takes: a client that does more would be a good part of what is measured on the same
 * processors.
 */
final class Wire implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BROKEN = 0;
  private static final int BUFFER =
      2_048; // bytes: more than an answer's head, and ten thousand fit

  private final Map<InetSocketAddress, Line> lines = new HashMap<>();

  /** A connection, and what comes over it. */
  private record Line(Socket socket, InputStream in) {}

  /** Sends it and waits for the answer; gives the status, or 0 if there was none. */
  int send(Post post) {
    try {
      Line known = lines.get(post.to());
      Line line = known == null ? connect(post.to()) : known;
      write(line, post);
      return read(line.in(), post.to());
    } catch (IOException e) {
      close(post.to());
      return BROKEN;
    }
  }

  /** Who refuses a body may close before all of it came: what was answered counts. */
  private static void write(Line line, Post post) {
    try {
      line.socket().getOutputStream().write(post.bytes());
    } catch (IOException _) {
      // If nothing was answered, reading says so.
    }
  }

  private Line connect(InetSocketAddress to) throws IOException {
    Socket opened = new Socket(to.getAddress(), to.getPort());
    opened.setTcpNoDelay(true);
    opened.setSoTimeout((int) PATIENCE.toMillis());
    Line line = new Line(opened, new BufferedInputStream(opened.getInputStream(), BUFFER));
    lines.put(to, line);
    return line;
  }

  private int read(InputStream from, InetSocketAddress to) throws IOException {
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
      close(to);
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

  private void close(InetSocketAddress to) {
    Line line = lines.remove(to);
    try {
      if (line != null) {
        line.socket().close();
      }
    } catch (IOException _) {
      // It is of no use any more, either way.
    }
  }

  @Override
  public void close() {
    List.copyOf(lines.keySet()).forEach(this::close);
  }
}
