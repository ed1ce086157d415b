package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Await;
import dev.inlet.testing.MailServer;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What people get by e-mail, and what its links do. */
class AccountMailTest {

  private static final MailServer MAILS = MailServer.up();
  private static final TestInlet INLET = TestInlet.start(MAILS.settings());
  private static final String NEW_PASSWORD = "purple bicycle under water";

  private final Tenant tenant = Tenant.in(INLET);
  private final String guest = UUID.randomUUID() + "@example.org";

  @AfterAll
  static void stop() {
    INLET.close();
    MAILS.close();
  }

  @Test
  void anInvitationArrivesAndItsLinkAccepts() throws MessagingException {
    HttpResponse<String> invited = invite(guest);

    MimeMessage mail = MAILS.awaitMailTo(guest);
    String token = MailServer.token(mail, "/invitation");
    HttpResponse<String> accepted =
        post(
            "/api/auth/invitations/accept",
            Map.of("token", token, "name", "Gus", "password", NEW_PASSWORD));

    assertThat(Tenant.json(invited).get("isMailed").asBoolean()).isTrue();
    assertThat(Tenant.json(invited).get("url").asText())
        .isEqualTo("http://inlet.example/invitation#" + token);
    assertThat(mail.getSubject())
        .isEqualTo("Invitation to Org %s on Inlet".formatted(tenant.slug()));
    assertThat(MailServer.text(mail))
        .startsWith(
            "%s invites you to work in the organization \"Org %s\" on Inlet."
                .formatted(tenant.email(), tenant.slug()));
    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(login(guest, NEW_PASSWORD)).isEqualTo(200);
  }

  @Test
  void anInvitationThatIsSentAgainArrivesAgain() {
    String id = Tenant.json(invite(guest)).get("id").asText();
    MAILS.awaitMailTo(guest);

    tenant.post("/invitations/" + id + "/resend", null);

    Await.until(() -> MAILS.sentTo(guest).size() == 2);
    assertThat(MAILS.sentTo(guest).stream().map(mail -> MailServer.token(mail, "/invitation")))
        .doesNotContainNull()
        .satisfies(tokens -> assertThat(tokens.stream().distinct()).hasSize(1));
  }

  @Test
  void anInvitationThatWasRefusedSendsNothing() {
    invite(guest);
    HttpResponse<String> again = invite(guest);
    MAILS.awaitMailTo(guest);
    awaitEverythingSent();

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(MAILS.sentTo(guest)).hasSize(1);
  }

  @Test
  void anOrganizationsNameIsTextOnOneLineWhateverItIsMadeOf() throws Exception {
    rename("<img src=x>\r\nBcc: victim@example.org\r\n\r\nYour account is closed.\u202E");

    invite(guest);

    MimeMessage mail = MAILS.awaitMailTo(guest);
    String name = "<img src=x> Bcc: victim@example.org Your account is closed. ";
    assertThat(mail.getSubject()).isEqualTo("Invitation to " + name + " on Inlet");
    assertThat(mail.getContentType()).startsWithIgnoringCase("text/plain");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(MailServer.text(mail))
        .startsWith(
            "%s invites you to work in the organization \"%s\" on Inlet.\n"
                .formatted(tenant.email(), name));
    assertThat(MAILS.sentTo("victim@example.org")).isEmpty();
  }

  @Test
  void aForgottenPasswordIsSetWithTheLinkOnce() {
    int answer = forgot(tenant.email());

    MimeMessage mail = MAILS.awaitMailTo(tenant.email());
    Map<String, String> request =
        Map.of("token", MailServer.token(mail, "/set-password"), "password", NEW_PASSWORD);
    assertThat(answer).isEqualTo(202);
    assertThat(post("/api/auth/set-password", request).statusCode()).isEqualTo(204);
    assertThat(login(tenant.email(), NEW_PASSWORD)).isEqualTo(200);
    assertThat(login(tenant.email(), Tenant.PASSWORD)).isEqualTo(401);
    assertThat(post("/api/auth/set-password", request).statusCode()).isGreaterThanOrEqualTo(400);
    Await.until(() -> MAILS.sentTo(tenant.email()).size() == 2);
    assertThat(MailServer.text(MAILS.sentTo(tenant.email()).getLast()))
        .startsWith("The password of your account on Inlet was changed")
        .contains("http://inlet.example/forgot-password");
  }

  @Test
  void anUnknownAddressGetsTheSameAnswerAndNoMail() {
    HttpResponse<String> unknown = post("/api/auth/forgot-password", Map.of("email", guest));
    HttpResponse<String> known = post("/api/auth/forgot-password", Map.of("email", tenant.email()));
    MAILS.awaitMailTo(tenant.email());
    awaitEverythingSent();

    assertThat(unknown.statusCode()).isEqualTo(202).isEqualTo(known.statusCode());
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
    assertThat(MAILS.sentTo(guest)).isEmpty();
  }

  @Test
  void aNewAddressIsConfirmedAndTheOldOneIsTold() throws MessagingException {
    HttpResponse<String> wanted =
        tenant.call("PUT", "/api/me/email", Map.of("email", guest, "password", Tenant.PASSWORD));
    String token = MailServer.token(MAILS.awaitMailTo(guest), "/confirm-email");
    assertThat(Tenant.json(wanted).get("isChanged").asBoolean()).isFalse();
    assertThat(login(guest, Tenant.PASSWORD)).isEqualTo(401);

    assertThat(post("/api/auth/confirm-email", Map.of("token", token)).statusCode()).isEqualTo(204);

    assertThat(login(guest, Tenant.PASSWORD)).isEqualTo(200);
    assertThat(login(tenant.email(), Tenant.PASSWORD)).isEqualTo(401);
    MimeMessage notice = MAILS.awaitMailTo(tenant.email());
    assertThat(notice.getSubject()).isEqualTo("Your e-mail address for Inlet was changed");
    assertThat(MailServer.text(notice)).contains(guest);
  }

  @Test
  void aChangedPasswordVoidsTheLinksThatSomebodyElseMayHaveAskedFor() {
    tenant.call("PUT", "/api/me/email", Map.of("email", guest, "password", Tenant.PASSWORD));
    String token = MailServer.token(MAILS.awaitMailTo(guest), "/confirm-email");

    tenant.call(
        "PUT",
        "/api/me/password",
        Map.of("currentPassword", Tenant.PASSWORD, "newPassword", NEW_PASSWORD));

    assertThat(post("/api/auth/confirm-email", Map.of("token", token)).statusCode()).isEqualTo(410);
  }

  @Test
  void aLinkByMailSetsAnAccountFreeThatStrangersGuessedAt() {
    for (int i = 0; i < 10; i++) {
      assertThat(login(tenant.email(), "wrong")).isEqualTo(401);
    }
    assertThat(login(tenant.email(), Tenant.PASSWORD)).isEqualTo(429);
    forgot(tenant.email());
    String token = MailServer.token(MAILS.awaitMailTo(tenant.email()), "/set-password");

    post("/api/auth/set-password", Map.of("token", token, "password", NEW_PASSWORD));

    assertThat(login(tenant.email(), NEW_PASSWORD)).isEqualTo(200);
  }

  @Test
  void aServerThatIsDownGetsTheMailWhenItIsUpAgain() throws SQLException {
    MailServer late = MailServer.down();
    TestInlet inlet = TestInlet.start(late.settings());
    try (late) {
      Tenant waiting = Tenant.in(inlet);
      waiting.post("/invitations", Map.of("email", guest, "role", "VIEWER"));
      Await.until(() -> attempts(inlet) > 0);

      late.start();

      MailServer.token(late.awaitMailTo(guest), "/invitation");
    } finally {
      inlet.close();
    }
  }

  private HttpResponse<String> invite(String email) {
    return tenant.post("/invitations", Map.of("email", email, "role", "VIEWER"));
  }

  private static int forgot(String email) {
    return post("/api/auth/forgot-password", Map.of("email", email)).statusCode();
  }

  private static int login(String email, String password) {
    return post("/api/auth/login", Map.of("email", email, "password", password)).statusCode();
  }

  private static HttpResponse<String> post(String path, Map<String, String> body) {
    return Tenant.send(
        HttpRequest.newBuilder(INLET.url().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Tenant.JSON.valueToTree(body).toString())));
  }

  /** Past what any form lets through. */
  private void rename(String name) throws SQLException {
    try (Connection connection = INLET.database().connect();
        PreparedStatement role = connection.prepareStatement("SET ROLE inlet_app");
        PreparedStatement whom =
            connection.prepareStatement("SELECT set_config('inlet.organization_id', ?, false)");
        PreparedStatement update =
            connection.prepareStatement("UPDATE organizations SET name = ?")) {
      role.execute();
      whom.setString(1, tenant.organization().toString());
      whom.execute();
      update.setString(1, name);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static void awaitEverythingSent() {
    Await.until(() -> number(INLET, "SELECT count(*) FROM mails") == 0);
  }

  private static int attempts(TestInlet inlet) {
    return number(inlet, "SELECT coalesce(max(attempts), 0) FROM mails");
  }

  private static int number(TestInlet inlet, String sql) {
    try (Connection connection = inlet.database().connect();
        PreparedStatement query = connection.prepareStatement(sql);
        var row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
