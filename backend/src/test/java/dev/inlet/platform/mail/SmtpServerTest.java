package dev.inlet.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inlet.testing.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves, seen from the server's side. */
class SmtpServerTest {

  private static final MailServer MAILS = MailServer.up();

  private final String to = UUID.randomUUID() + "@example.org";
  private final UUID id = UUID.randomUUID();

  @AfterAll
  static void stop() {
    MAILS.close();
  }

  @Test
  void sendsPlainTextThatMachinesDoNotAnswer() throws Exception {
    MimeMessage mail = send("Hello", "Grüße,\n\n<b>no</b> bold text");

    assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(MailServer.text(mail)).isEqualTo("Grüße,\n\n<b>no</b> bold text");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("From")).containsExactly(MailServer.FROM);
    assertThat(mail.getHeader("To")).containsExactly(to);
    assertThat(mail.getHeader("Message-ID")).containsExactly("<%s@inlet.example>".formatted(id));
    assertThat(mail.getSentDate()).isNotNull();
  }

  @Test
  void introducesItselfByItsPublicNameAndNotByTheNodes() throws Exception {
    try (ScriptedSmtp server = ScriptedSmtp.inClearText()) {
      SmtpServers.at(server.port(), "NONE").send(id, new Mail(to, "Hello", "Text"));

      assertThat(server.heard().getFirst()).isEqualTo("EHLO inlet.example");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Evil\r\nBcc: victim@example.org\r\n\r\nBody",
        "Evil\nBcc: victim@example.org",
        "Evil\rBcc: victim@example.org",
        "Evil\u2028Bcc: victim@example.org",
        "Evil\u0085Bcc: victim@example.org",
        "Evil\0Bcc: victim@example.org",
        "Evil\u202EBcc: victim@example.org",
        "Evil\u010D\u010ABcc: victim@example.org", // cut to a byte each, these are CR and LF
        "Evil\r\n.\r\nQUIT\r\n",
      })
  void keepsASubjectThatAStrangerChoseOnOneLine(String subject) throws Exception {
    MimeMessage mail = send(subject, "Text");

    assertThat(mail.getSubject())
        .startsWith("Evil")
        .doesNotContainPattern("[\\p{Cc}\\u2028\\u202E]");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getHeader("Subject")).hasSize(1);
    assertThat(MailServer.text(mail).strip()).isEqualTo("Text");
    assertThat(MAILS.sentTo("victim@example.org")).isEmpty();
  }

  @Test
  void cutsASubjectOfTenThousandCharacters() throws Exception {
    MimeMessage mail = send("😀".repeat(10_000), "Text");

    assertThat(mail.getSubject()).isEqualTo("😀".repeat(250) + "…");
  }

  @Test
  void carriesALineOfTenThousandCharactersAndWhatLooksLikeTheEndOfAMail() throws Exception {
    String text = "x".repeat(10_000) + "\n.\n..\nFrom me\n" + "ü".repeat(10_000) + "\n";

    MimeMessage mail = send("Hello", text);

    assertThat(MailServer.text(mail)).isEqualTo(text);
  }

  @Test
  void takesControlCharactersOutOfTheText() throws Exception {
    MimeMessage mail = send("Hello", "one\0two\u001B[31m\u202Ethree\r\nfour\tfive");

    assertThat(MailServer.text(mail).strip()).isEqualTo("one two [31m three \nfour\tfive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.org\r\nRCPT TO:<victim@example.org>",
        "a@example.org>\r\nDATA\r\n",
        "a\u010D\u010ARCPT@example.org",
        "a b@example.org",
        "a@example.org, victim@example.org",
        "group: a@example.org, victim@example.org;",
        "Name <a@example.org>",
        "@example.org",
        "a@",
        "a",
        "",
      })
  void refusesAnAddressThatIsNotOne(String address) throws IOException {
    try (ScriptedSmtp server = ScriptedSmtp.inClearText()) {
      SmtpException failure =
          catchThrowableOfType(
              SmtpException.class,
              () ->
                  SmtpServers.at(server.port(), "NONE")
                      .send(id, new Mail(address, "Hello", "Text")));

      assertThat(failure.isFinal()).isTrue();
      assertThat(server.heard()).isEmpty();
    }
  }

  @Test
  void writesADomainInAnyScriptAsMailServersKnowIt() throws Exception {
    SmtpServers.at(MAILS.port(), "NONE")
        .send(id, new Mail("olive@bücher.example", "Hello", "Text"));

    assertThat(MAILS.sentTo("olive@xn--bcher-kva.example")).hasSize(1);
  }

  @Test
  void signsInWhereTheServerWantsIt() throws Exception {
    try (MailServer server = MailServer.down().withUser("inlet", "the password")) {
      server.start();
      SmtpServers.of(configuration(server.port(), "the password"))
          .send(id, new Mail(to, "Hello", "Text"));

      SmtpException failure =
          catchThrowableOfType(
              SmtpException.class,
              () ->
                  SmtpServers.of(configuration(server.port(), "another one"))
                      .send(id, new Mail(to, "Hello", "Text")));

      assertThat(server.sentTo(to)).hasSize(1);
      assertThat(failure.isFinal()).isFalse();
    }
  }

  @Test
  void tellsWhatIsRefusedForGoodFromWhatMayGoLater() throws IOException {
    assertThat(failure("RCPT", "550 5.1.1 no such user").isFinal()).isTrue();
    assertThat(failure("RCPT", "554 relay denied").isFinal()).isTrue();
    assertThat(failure(".", "554 looks like spam").isFinal()).isTrue();
    assertThat(failure("DATA", "550 not now and not ever").isFinal()).isTrue();
    assertThat(failure("RCPT", "450 greylisted").isFinal()).isFalse();
    assertThat(failure(".", "451 disk full").isFinal()).isFalse();
    assertThat(failure("MAIL", "550 sender not allowed").isFinal()).isFalse();
    assertThat(failure("MAIL", "530 sign in first").isFinal()).isFalse();
  }

  @Test
  void saysWhyAMailWasNotTakenWithoutWhatTheServerSaid() throws IOException {
    SmtpException failure = failure("RCPT", "550 <%s> is unknown here".formatted(to));

    assertThat(failure).hasMessage(failure.reason()).hasNoCause();
    assertThat(failure.reason()).contains("550").doesNotContain(to).doesNotContain("unknown");
  }

  @Test
  void neverShowsThePassword() {
    assertThat(configuration(1, "the password").toString()).doesNotContain("the password");
    assertThatThrownBy(
            () -> SmtpServers.of(configuration(1, "the password")).send(id, new Mail(to, "", "")))
        .hasMessageNotContaining("the password");
  }

  private static SmtpConfiguration configuration(int port, String password) {
    return new SmtpConfiguration("localhost", port, "inlet", password, MailServer.FROM, "NONE");
  }

  private SmtpException failure(String command, String answer) throws IOException {
    try (ScriptedSmtp server = ScriptedSmtp.inClearText().answering(command, answer)) {
      return catchThrowableOfType(
          SmtpException.class,
          () -> SmtpServers.at(server.port(), "NONE").send(id, new Mail(to, "Hello", "Text")));
    }
  }

  private MimeMessage send(String subject, String text) throws SmtpException, MessagingException {
    SmtpServers.at(MAILS.port(), "NONE").send(id, new Mail(to, subject, text));
    MimeMessage mail = MAILS.awaitMailTo(to);
    mail.removeHeader("Return-Path");
    return mail;
  }
}
