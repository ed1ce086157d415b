package dev.inlet.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server that answers as it is told, and remembers what it heard and how. */
final class ScriptedSmtp implements AutoCloseable {

  private final ServerSocket server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final @Nullable SSLContext tls;
  private final boolean isEncryptedFromTheStart;

  private ScriptedSmtp(@Nullable SSLContext tls, boolean isEncryptedFromTheStart) {
    this.tls = tls;
    this.isEncryptedFromTheStart = isEncryptedFromTheStart;
    try {
      this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::serve);
  }

  static ScriptedSmtp inClearText() {
    return new ScriptedSmtp(null, false);
  }

  static ScriptedSmtp withStartTls(SSLContext tls) {
    return new ScriptedSmtp(tls, false);
  }

  static ScriptedSmtp withTls(SSLContext tls) {
    return new ScriptedSmtp(tls, true);
  }

  /** Answers commands that begin so with this instead of accepting them. */
  ScriptedSmtp answering(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  /** Lines it heard; those that came encrypted begin with a star. */
  List<String> heard() {
    return heard;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        if (isEncryptedFromTheStart) {
          new Conversation(encrypted(socket)).hold();
        } else {
          new Conversation(socket).hold();
        }
      } catch (IOException e) {
        // The client hung up, or the test is over.
      }
    }
  }

  private SSLSocket encrypted(Socket socket) throws IOException {
    if (tls == null) {
      throw new IOException("There is no certificate");
    }
    SSLSocket encrypted =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, "localhost", 0, true);
    encrypted.setUseClientMode(false);
    encrypted.startHandshake();
    return encrypted;
  }

  private final class Conversation {

    private final Socket socket;
    private final BufferedReader in;
    private final boolean isEncrypted;

    Conversation(Socket socket) throws IOException {
      this.socket = socket;
      this.isEncrypted = socket instanceof SSLSocket;
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void hold() throws IOException {
      say("220 here");
      listen();
    }

    private void listen() throws IOException {
      for (String line = hear(); line != null; line = hear()) {
        if (line.equals("STARTTLS") && tls != null) {
          say("220 go on");
          new Conversation(encrypted(socket)).listen();
          return;
        }
        say(answer(line));
        if (line.equals("DATA") && answer(line).startsWith("354")) {
          String content = hear();
          while (content != null && !content.equals(".")) {
            content = hear();
          }
          say(answer("."));
        }
      }
    }

    private String answer(String line) {
      for (Map.Entry<String, String> scripted : answers.entrySet()) {
        if (line.startsWith(scripted.getKey())) {
          return scripted.getValue();
        }
      }
      if (line.startsWith("EHLO") && tls != null && !isEncrypted) {
        return "250-here\r\n250 STARTTLS";
      }
      return line.equals("DATA") ? "354 go on" : "250 fine";
    }

    private @Nullable String hear() throws IOException {
      String line = in.readLine();
      if (line != null) {
        heard.add(isEncrypted ? "*" + line : line);
      }
      return line;
    }

    private void say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }
  }
}
