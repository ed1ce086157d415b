package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.identity.credentials.Totp;
import dev.inlet.platform.ConfigurationException;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.testing.Api;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does beside a node that serves. */
class CommandTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Api api = new Api(INLET);

  @Test
  void makesASupportUserWhoSetsTheirOwnPassword() {
    String email = UUID.randomUUID() + "@support.example";

    String said = run("create-support-user", email, "Sam Support");

    String token = said.substring(said.indexOf('#') + 1).strip();
    var password =
        Tenant.JSON.createObjectNode().put("token", token).put("password", People.PASSWORD);
    assertThat(api.post("/api/auth/set-password", "", password).statusCode()).isEqualTo(204);
    assertThat(api.post("/api/auth/set-password", "", password).statusCode())
        .as("again")
        .isEqualTo(410);
    var login = Tenant.JSON.createObjectNode().put("email", email).put("password", People.PASSWORD);
    String access =
        Tenant.json(api.post("/api/auth/login", "", login)).get("access_token").asText();
    assertThat(Tenant.json(api.get("/api/me", access)).get("isSupport").asBoolean()).isTrue();
    assertThatThrownBy(() -> run("create-support-user", email, "Again"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("already");
  }

  @Test
  void disablesAUserAtOnceAndEnablesThemAgain() {
    Someone someone = People.someone(INLET);
    var login =
        Tenant.JSON
            .createObjectNode()
            .put("email", someone.email())
            .put("password", People.PASSWORD);

    run("disable-user", someone.email());
    assertThat(api.get("/api/me", someone.token()).statusCode()).isEqualTo(401);
    assertThat(api.post("/api/auth/login", "", login).statusCode()).isEqualTo(401);

    run("enable-user", someone.email());
    assertThat(api.get("/api/me", someone.token()).statusCode())
        .as("the session that ended")
        .isEqualTo(401);
    assertThat(api.post("/api/auth/login", "", login).statusCode()).isEqualTo(200);
  }

  @Test
  void removesTheSecondFactorOfWhoeverLostIt() {
    Someone someone = People.someone(INLET);
    String path = "/api/me/second-factor";
    var password = Tenant.JSON.createObjectNode().put("password", People.PASSWORD);
    String secret = Tenant.json(api.post(path, someone.token(), password)).get("secret").asText();
    var code = Tenant.JSON.createObjectNode().put("code", Totp.code(secret, Instant.now()));
    assertThat(api.post(path + "/confirm", someone.token(), code).statusCode()).isEqualTo(200);

    run("remove-second-factor", someone.email());

    assertThat(api.get("/api/me", someone.token()).statusCode()).isEqualTo(401);
    assertThat(api.post("/api/auth/login", "", password.put("email", someone.email())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void takesWebhooksFromOneOrganizationToAnother(@TempDir Path folder) throws IOException {
    try (Simulator imis = Simulator.start()) {
      Tenant from = Tenant.connected(INLET, imis);
      Tenant to = Tenant.connected(INLET, imis);
      var _ = from.createWebhook(Definitions.sample());

      String exported = run("export", from.slug());
      Path file = Files.writeString(folder.resolve("inlet.yaml"), exported);
      String done = run("import", to.slug(), file.toString());

      assertThat(done).contains("+ create \"Sample\"").endsWith("1 to create.");
      assertThat(run("export", to.slug())).isEqualTo(exported);
      assertThat(run("import", to.slug(), file.toString())).contains("Nothing to do");
    }
  }

  @Test
  void importsNothingOfAFileThatIsNotOne(@TempDir Path folder) throws IOException {
    Tenant tenant = Tenant.in(INLET);
    Path file = Files.writeString(folder.resolve("inlet.yaml"), "webhooks: [{name: A}]");

    assertThatThrownBy(() -> run("import", tenant.slug(), file.toString()))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> run("import", tenant.slug(), folder + "/nowhere.yaml"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> run("export", "nobody-has-this-name"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no organization");
  }

  @Test
  void tellsItsVersionWithoutAnyConfiguration() {
    assertThat(Application.command(Map.of(), List.of("version")).text())
        .matches("Inlet \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void saysWhatCommandsThereAre() {
    assertThatThrownBy(() -> run("create-support-user", "only-an-address"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("create-support-user  EMAIL NAME")
        .hasMessageContaining("disable-user");
    assertThatThrownBy(() -> run("disable-user", "nobody@example.org"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is no user");
  }

  private static String run(String... line) {
    CommandResult result =
        Application.command(
            Map.of(
                "inlet.public-url",
                "http://inlet.example",
                "inlet.database.url",
                INLET.database().url(),
                "inlet.database.user",
                INLET.database().user(),
                "inlet.database.password",
                INLET.database().password(),
                "inlet.secret-key",
                TestInlet.SECRET_KEY,
                "inlet.token-key",
                TestInlet.TOKEN_KEY),
            List.of(line));
    assertThat(result.isWell()).isTrue();
    return result.text();
  }
}
