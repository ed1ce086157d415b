package dev.inlet.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.connections.Connections;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is left of an organization that was deleted: its slug, and a line in the installation's
 * trail.
 */
class DeletionTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();

  private final Furnished organization = Furnished.in(INLET, SIMULATOR);
  private final Tenant tenant = organization.tenant();

  @AfterEach
  void behave() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void leavesNoRowInAnyTable() {
    organization.completely();
    Furnished neighbour = Furnished.in(INLET, SIMULATOR);
    Furnished.steadyTables(INLET)
        .forEach(table -> assertThat(organization.count(table)).as(table).isPositive());

    assertThat(delete(tenant).statusCode()).isEqualTo(204);

    Await.until(() -> remaining(organization).isEmpty());
    Furnished.steadyTables(INLET)
        .forEach(table -> assertThat(neighbour.count(table)).as(table).isPositive());
  }

  @Test
  void shutsItsUrlsAndItsMembersOutAtOnceOnEveryNode() {
    TestInlet here = TestInlet.start(Map.of());
    TestInlet there = TestInlet.start(here.database(), Map.of());
    try {
      Furnished closed = Furnished.in(here, SIMULATOR);
      Tenant member = closed.tenant();
      // Both nodes hold the webhook and the connection in memory.
      assertThat(deliver(here, closed).statusCode()).isEqualTo(200);
      assertThat(deliver(there, closed).statusCode()).isEqualTo(200);

      assertThat(delete(member).statusCode()).isEqualTo(204);

      assertThat(deliver(here, closed).statusCode()).isEqualTo(404);
      assertThat(here.bean(Connections.class).find(member.organization())).isEmpty();
      assertThat(member.get("").statusCode()).isEqualTo(404);
      assertThat(get(here, member.organization(), closed.apiKey().get("key").asText()).statusCode())
          .isEqualTo(401);
      there.settle();
      assertThat(deliver(there, closed).statusCode()).isEqualTo(404);
      assertThat(there.bean(Connections.class).find(member.organization())).isEmpty();
      assertThat(get(there, member.organization(), member.token()).statusCode()).isEqualTo(404);
    } finally {
      there.close();
      here.close();
    }
  }

  @Test
  void keepsItsSlugFromEverybodyAndItsUsersAsTheyAre() {
    delete(tenant);

    HttpResponse<String> taken =
        send(
            INLET,
            "/api/auth/sign-up",
            body()
                .put("organizationName", "Another")
                .put("organizationSlug", tenant.slug())
                .put("name", "Nora")
                .put("email", "nora-%s@example.org".formatted(UUID.randomUUID()))
                .put("password", "nine yellow umbrellas"));
    HttpResponse<String> me = tenant.call("GET", "/api/me", null);

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(400);
    assertThat(Tenant.json(taken).at("/errors/0/pointer").asText()).isEqualTo("/organizationSlug");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(Tenant.json(me).get("memberships")).isEmpty();
  }

  @Test
  void hidesItsDeliveriesFromSupport() {
    SupportPerson staff = SupportPerson.in(INLET);
    String list = "/api/support/deliveries?organizationId=" + tenant.organization();
    assertThat(Tenant.json(staff.get(list)).get("items")).isNotEmpty();

    delete(tenant);

    assertThat(Tenant.json(staff.get(list)).get("items")).isEmpty();
  }

  @Test
  void takesTheSlugAndThePasswordOfAnOwner() {
    Tenant stranger = Tenant.in(INLET);
    String path = "/api/organizations/%s/delete".formatted(tenant.organization());
    String key = organization.apiKey().get("key").asText();

    assertRefused(400, "/slug", tenant.post("/delete", body("another", Tenant.PASSWORD)));
    assertRefused(400, "/slug", tenant.post("/delete", body("", Tenant.PASSWORD)));
    assertRefused(400, "/password", tenant.post("/delete", body(tenant.slug(), "wrong")));
    assertThat(stranger.call("POST", path, body(tenant.slug(), Tenant.PASSWORD)).statusCode())
        .isEqualTo(404);
    assertThat(send(INLET, path, body(tenant.slug(), Tenant.PASSWORD), key).statusCode())
        .isEqualTo(403);
    assertThat(tenant.get("").statusCode()).isEqualTo(200);
    assertThat(deliver(INLET, organization).statusCode()).isEqualTo(200);
  }

  @Test
  void standsInTheTrailOfTheInstallation() {
    delete(tenant);

    assertThat(
            Sql.rowsOf(
                AuditTrail.INSTALLATION,
                INLET,
                """
                SELECT actor_kind, actor_name, target_name, before->>'slug', before->>'name' FROM audit_events
                WHERE action = 'ORGANIZATION_DELETED' AND target_id = '%s'
                """
                    .formatted(tenant.organization())))
        .containsExactly(
            "USER|%s|Org %s|%s|Org %s"
                .formatted(tenant.email(), tenant.slug(), tenant.slug(), tenant.slug()));
  }

  @Test
  void isToldOnlyOnceWhereTwoOwnersDeleteAtOnce() {
    List<CompletableFuture<Integer>> answers =
        List.of(
            CompletableFuture.supplyAsync(() -> delete(tenant).statusCode()),
            CompletableFuture.supplyAsync(() -> delete(tenant).statusCode()));

    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(204, 404);
    assertThat(
            Sql.rowsOf(
                AuditTrail.INSTALLATION,
                INLET,
                "SELECT 1 FROM audit_events WHERE target_id = '%s'"
                    .formatted(tenant.organization())))
        .hasSize(1);
  }

  @Test
  void letsADeliveryThatIsUnderWayEndTruthfully() {
    SIMULATOR.set(switches -> switches.withFault(Fault.hang(Part.INSERT)));
    int before = SIMULATOR.activities().size();
    CompletableFuture<HttpResponse<String>> underWay =
        HttpClient.newHttpClient()
            .sendAsync(request(INLET, organization).build(), BodyHandlers.ofString());
    Await.until(() -> received() == 1);

    delete(tenant);
    Await.until(() -> organization.count("deliveries") == 1);
    assertThat(received()).isEqualTo(1);
    SIMULATOR.set(switches -> switches.withFaults(List.of()));

    assertThat(underWay.join().statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.activities()).hasSize(before + 1);
    Await.until(() -> remaining(organization).isEmpty());
  }

  @Test
  void goesOnErasingUntilNothingMoreCanBeWritten() {
    delete(tenant);
    Await.until(() -> remaining(organization).isEmpty());
    Erasure erasure = INLET.bean(Erasure.class);

    erasure.erase(tenant.organization(), Instant.now());
    assertThat(state()).isEqualTo("t|f");

    // What was found in memory before it was closed, and is written down only now.
    INLET
        .bean(AuditTrail.class)
        .record(
            tenant.organization(), Actor.operator(), AuditEntry.of(AuditAction.CONNECTION_TESTED));
    Instant later = Instant.now().plus(Erasure.QUIET).plus(Duration.ofSeconds(1));
    erasure.erase(tenant.organization(), later);
    Await.until(
        () -> {
          erasure.erase(tenant.organization(), later);
          return state().equals("t|t");
        });
    assertThat(remaining(organization)).isEmpty();
  }

  @Test
  void isFinishedByAnotherNodeIfOneFails() {
    TestInlet first = TestInlet.start(Map.of());
    Furnished closed = Furnished.in(first, SIMULATOR);
    Sql.execute(first, "REVOKE DELETE ON deliveries, attempts, audit_events FROM inlet_eraser");
    assertThat(delete(closed.tenant()).statusCode()).isEqualTo(204);
    first.close();
    assertThat(remaining(closed)).contains("deliveries", "attempts", "audit_events");

    Sql.execute(first, "GRANT DELETE ON deliveries, attempts, audit_events TO inlet_eraser");
    TestInlet second = TestInlet.start(first.database(), Map.of());
    try {
      Await.until(() -> remaining(closed).isEmpty());
    } finally {
      second.close();
    }
  }

  static HttpResponse<String> delete(Tenant tenant) {
    return tenant.post("/delete", body(tenant.slug(), Tenant.PASSWORD));
  }

  /** The tables that still hold rows of an organization, its reserved slug aside. */
  private static List<String> remaining(Furnished organization) {
    return Furnished.tables(organization.inlet()).stream()
        .filter(table -> !table.equals("organization_slugs"))
        .filter(table -> organization.count(table) > 0)
        .toList();
  }

  private int received() {
    return Sql.rowsOf(
            tenant.organization(), INLET, "SELECT 1 FROM deliveries WHERE outcome = 'RECEIVED'")
        .size();
  }

  private String state() {
    return Sql.rowsOf(
            tenant.organization(),
            INLET,
            "SELECT closed_at IS NOT NULL, erased_at IS NOT NULL FROM organization_slugs WHERE slug = '%s'"
                .formatted(tenant.slug()))
        .getFirst();
  }

  private static HttpResponse<String> deliver(TestInlet node, Furnished organization) {
    return Tenant.send(request(node, organization));
  }

  private static HttpRequest.Builder request(TestInlet node, Furnished organization) {
    String path = organization.tenant().hookPath(organization.webhook());
    return HttpRequest.newBuilder(node.url().resolve(path))
        .POST(BodyPublishers.ofString(Definitions.SAMPLE_PAYLOAD));
  }

  private static HttpResponse<String> get(TestInlet node, OrganizationId id, String token) {
    return Tenant.send(
        HttpRequest.newBuilder(node.url().resolve("/api/organizations/" + id))
            .header("Authorization", "Bearer " + token));
  }

  private static HttpResponse<String> send(TestInlet node, String path, ObjectNode body) {
    return send(node, path, body, "none");
  }

  private static HttpResponse<String> send(
      TestInlet node, String path, ObjectNode body, String token) {
    return Tenant.send(
        HttpRequest.newBuilder(node.url().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private static void assertRefused(int status, String pointer, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode error = Tenant.json(answer).at("/errors/0");
    assertThat(error.get("pointer").asText()).isEqualTo(pointer);
  }

  private static ObjectNode body(String slug, String password) {
    return body().put("slug", slug).put("password", password);
  }

  private static ObjectNode body() {
    return Tenant.JSON.createObjectNode();
  }
}
