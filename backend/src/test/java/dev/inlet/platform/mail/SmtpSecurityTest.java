package dev.inlet.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpSecurityTest {

  private static final Mail MAIL = new Mail("olive@example.org", "Hello", "Text");

  @TempDir private static Path directory;
  private static Certificates localhost;
  private static Certificates another;

  private final SSLContext before = defaultContext();

  @BeforeAll
  static void makeCertificates() throws Exception {
    localhost = new Certificates(directory, "localhost");
    another = new Certificates(directory, "another.example");
  }

  @AfterEach
  void trustAsBefore() {
    SSLContext.setDefault(before);
  }

  @Test
  void startTlsSaysNothingOfAMailBeforeItIsEncrypted() throws Exception {
    SSLContext.setDefault(localhost.ofTrustingClient());
    try (ScriptedSmtp server =
        ScriptedSmtp.withStartTls(localhost.ofServer()).answering("AUTH", "235 welcome")) {
      send(server, "STARTTLS");

      assertThat(server.heard()).contains("*MAIL FROM:<inlet@inlet.example>", "*Subject: Hello");
      assertThat(server.heard().stream().filter(line -> !line.startsWith("*")))
          .containsExactly("EHLO inlet.example", "STARTTLS");
    }
  }

  @Test
  void tlsIsEncryptedFromTheFirstByteOn() throws Exception {
    SSLContext.setDefault(localhost.ofTrustingClient());
    try (ScriptedSmtp server = ScriptedSmtp.withTls(localhost.ofServer())) {
      send(server, "TLS");

      assertThat(server.heard()).contains("*Subject: Hello").allMatch(line -> line.startsWith("*"));
    }
  }

  @Test
  void startTlsNeverFallsBackToClearText() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.inClearText()) {
      assertThatThrownBy(() -> send(server, "STARTTLS")).isInstanceOf(SmtpException.class);

      assertThat(server.heard()).allMatch(line -> line.matches("(EHLO|HELO) .*|QUIT"));
    }
  }

  @Test
  void refusesAServerThatNobodyVouchesFor() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.withStartTls(localhost.ofServer())) {
      assertThatThrownBy(() -> send(server, "STARTTLS")).isInstanceOf(SmtpException.class);

      assertThat(server.heard()).noneMatch(line -> line.contains("MAIL"));
    }
  }

  @Test
  void refusesACertificateOfAnotherServer() throws Exception {
    SSLContext.setDefault(another.ofTrustingClient());
    try (ScriptedSmtp starting = ScriptedSmtp.withStartTls(another.ofServer());
        ScriptedSmtp encrypted = ScriptedSmtp.withTls(another.ofServer())) {
      assertThatThrownBy(() -> send(starting, "STARTTLS")).isInstanceOf(SmtpException.class);
      assertThatThrownBy(() -> send(encrypted, "TLS")).isInstanceOf(SmtpException.class);

      assertThat(starting.heard()).noneMatch(line -> line.contains("MAIL"));
      assertThat(encrypted.heard()).noneMatch(line -> line.contains("MAIL"));
    }
  }

  private static void send(ScriptedSmtp server, String security) throws SmtpException {
    SmtpServers.at(server.port(), security).send(UUID.randomUUID(), MAIL);
  }

  private static SSLContext defaultContext() {
    try {
      return SSLContext.getDefault();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
