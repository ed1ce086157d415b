package dev.inlet.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SMTP server that keeps what it gets; its port is known before it starts. */
public final class MailServer implements AutoCloseable {

  public static final String FROM = "inlet@inlet.example";

  private final int port = freePort();
  private final GreenMail greenMail =
      new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));

  private MailServer() {}

  /** One that nobody reaches yet. */
  public static MailServer down() {
    return new MailServer();
  }

  public static MailServer up() {
    MailServer server = down();
    server.start();
    return server;
  }

  public void start() {
    greenMail.start();
  }

  /** Takes mail only from whoever signs in like this; to be told before it starts. */
  public MailServer withUser(String user, String password) {
    greenMail.withConfiguration(GreenMailConfiguration.aConfig().withUser(user, password));
    return this;
  }

  public int port() {
    return port;
  }

  /** Lets an Inlet send its e-mails here. */
  public Map<String, Object> settings() {
    return Map.of(
        "inlet.smtp.host",
        "localhost",
        "inlet.smtp.port",
        port,
        "inlet.smtp.from",
        FROM,
        "inlet.smtp.security",
        "NONE");
  }

  /** What was sent to an address so far. */
  public List<MimeMessage> sentTo(String address) {
    return Arrays.stream(greenMail.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .toList();
  }

  /** The one e-mail to an address, when it is there. */
  public MimeMessage awaitMailTo(String address) {
    Await.until(() -> !sentTo(address).isEmpty());
    return sentTo(address).getLast();
  }

  public static String text(MimeMessage message) {
    try {
      return ((String) message.getContent()).replace("\r\n", "\n");
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands behind the # of the link to a page. */
  public static String token(MimeMessage message, String page) {
    Matcher link =
        Pattern.compile("^http://inlet\\.example" + page + "#([\\w-]+)$", Pattern.MULTILINE)
            .matcher(text(message));
    if (!link.find()) {
      throw new AssertionError("There is no link to " + page + " in: " + text(message));
    }
    return Objects.requireNonNull(link.group(1));
  }

  @Override
  public void close() {
    greenMail.stop();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getRecipients(RecipientType.TO)[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
