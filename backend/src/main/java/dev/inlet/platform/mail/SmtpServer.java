package dev.inlet.platform.mail;

import dev.inlet.platform.ConfigurationException;
import dev.inlet.platform.http.PublicUrl;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands e-mails to the installation's SMTP server, each over a connection of its own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@Context // a setting that cannot work is found at the start
class SmtpServer {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final SmtpConfiguration configuration;
  private final Session session;
  private final String publicHost;
  private final Clock clock;
  private final @Nullable InternetAddress from;

  SmtpServer(SmtpConfiguration configuration, PublicUrl publicUrl, Clock clock) {
    this.configuration = configuration;
    this.publicHost = publicUrl.host();
    this.clock = clock;
    this.session = Session.getInstance(properties(configuration, publicHost));
    this.from = configuration.host().isBlank() ? null : from(configuration.from());
    requireUserWithPassword(configuration);
  }

  boolean isConfigured() {
    return from != null;
  }

  /**
   * Sends an e-mail and returns when the server has taken it.
   *
   * @param id names the e-mail wherever it goes: one that is sent twice can be recognised
   * @throws SmtpException if the server did not take it
   * @throws IllegalStateException if no server is configured
   */
  void send(UUID id, Mail mail) throws SmtpException {
    if (from == null) {
      throw new IllegalStateException("No SMTP server is configured");
    }
    try {
      PlainTextMessage message =
          new PlainTextMessage(session, "<%s@%s>".formatted(id, publicHost), from);
      message.fill(mail, clock.instant());
      send(message);
    } catch (AddressException e) {
      throw SmtpException.unusableAddress();
    } catch (MessagingException e) {
      throw SmtpException.of(e);
    }
  }

  /**
   * Signs in and takes leave.
   *
   * @throws SmtpException if the server is not there, or does not let Inlet in
   */
  void greet() throws SmtpException {
    try {
      speak(transport -> {});
    } catch (MessagingException e) {
      throw SmtpException.of(e);
    }
  }

  private void send(PlainTextMessage message) throws MessagingException {
    speak(transport -> transport.sendMessage(message, message.getAllRecipients()));
  }

  /** What is said to the server between greeting and leave. */
  private interface Speech {
    void to(Transport transport) throws MessagingException;
  }

  private void speak(Speech speech) throws MessagingException {
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(
          configuration.host(),
          configuration.port(),
          emptyAsNull(configuration.user()),
          emptyAsNull(configuration.password()));
      speech.to(transport);
    } finally {
      close(transport);
    }
  }

  /** A farewell that fails does not undo what the server has taken. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The connection is gone, which is what was wanted.
    }
  }

  private static Properties properties(SmtpConfiguration configuration, String publicHost) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(!configuration.user().isEmpty()));
    // How Inlet introduces itself; left out, it would be the node's own name, which is nobody's
    // business.
    properties.setProperty("mail.smtp.localhost", publicHost);
    for (String step : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty("mail.smtp." + step, String.valueOf(TIMEOUT.toMillis()));
    }
    SmtpSecurity.parse(configuration.security()).applyTo(properties);
    return properties;
  }

  private static InternetAddress from(String text) {
    if (text.isBlank()) {
      throw new ConfigurationException(
          "INLET_SMTP_HOST is set: set INLET_SMTP_FROM too, the address that e-mails come from.");
    }
    try {
      InternetAddress address = new InternetAddress(text, true);
      address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new ConfigurationException(
          "INLET_SMTP_FROM must be one e-mail address, such as inlet@example.org.", e);
    }
  }

  private static void requireUserWithPassword(SmtpConfiguration configuration) {
    if (configuration.user().isEmpty() != configuration.password().isEmpty()) {
      throw new ConfigurationException(
          "INLET_SMTP_USER and INLET_SMTP_PASSWORD go together: set both or none.");
    }
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
