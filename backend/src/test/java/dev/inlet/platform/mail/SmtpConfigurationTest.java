package dev.inlet.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.ConfigurationException;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmtpConfigurationTest {

  /** A start that is refused for its settings comes as far as no database. */
  private static final TestPostgres.Database NONE =
      new TestPostgres.Database("jdbc:postgresql://localhost:1/inlet", "inlet", "inlet");

  @Test
  void aHostWithoutAnAddressToSendFromFailsTheStart() {
    assertFails(
        Map.of("inlet.smtp.from", ""),
        "INLET_SMTP_HOST is set: set INLET_SMTP_FROM too, the address that e-mails come from.");
  }

  @Test
  void anAddressToSendFromThatIsNoneFailsTheStart() {
    assertFails(
        Map.of("inlet.smtp.from", "Inlet"),
        "INLET_SMTP_FROM must be one e-mail address, such as inlet@example.org.");
  }

  @Test
  void anUnknownSecurityFailsTheStart() {
    assertFails(
        Map.of("inlet.smtp.security", "SSL"), "INLET_SMTP_SECURITY must be STARTTLS, TLS or NONE.");
  }

  @Test
  void aUserWithoutAPasswordFailsTheStart() {
    assertFails(
        Map.of("inlet.smtp.user", "inlet"),
        "INLET_SMTP_USER and INLET_SMTP_PASSWORD go together: set both or none.");
  }

  @Test
  void aPublicUrlThatIsNoneFailsTheStart() {
    assertFails(
        Map.of("inlet.public-url", "inlet.example"),
        "INLET_PUBLIC_URL must be an address such as https://inlet.example.org.");
  }

  @Test
  void withoutAHostInletStartsAndSendsNothing() {
    assertThat(TestInlet.shared().bean(Mailer.class).isConfigured()).isFalse();
  }

  @Test
  void aNameMayStandBeforeTheAddressToSendFrom() {
    SmtpConfiguration configuration =
        new SmtpConfiguration("localhost", 25, "", "", "Bücherei <inlet@example.org>", "starttls");

    assertThat(SmtpServers.of(configuration).isConfigured()).isTrue();
  }

  private static void assertFails(Map<String, Object> settings, String sentence) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of("inlet.smtp.host", "localhost", "inlet.smtp.from", "inlet@example.org"));
    all.putAll(settings);
    assertThatThrownBy(() -> TestInlet.start(NONE, all))
        .satisfies(failure -> assertThat(causes(failure)).contains(sentence));
  }

  private static String causes(Throwable failure) {
    StringBuilder causes = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigurationException) {
        causes.append(cause.getMessage());
      }
    }
    return causes.toString();
  }
}
