package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inlet.platform.access.CurrentCaller;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Await;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeavyReadsTest {

  private static final TestInlet INLET = TestInlet.shared();

  /** There is no request. */
  private static final CurrentCaller CALLER = new CurrentCaller();

  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private final List<CompletableFuture<Boolean>> running = new ArrayList<>();

  @AfterEach
  void endAll() {
    end.complete(true);
    running.forEach(CompletableFuture::join);
  }

  @Test
  void oneOrganizationLeavesPlacesToTheOthers() {
    HeavyReads reads = new HeavyReads(3, Duration.ZERO, CALLER);
    OrganizationId greedy = organization();
    occupy(reads, greedy);
    occupy(reads, greedy);

    assertThat(refusal(reads, greedy)).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    assertThat(reads.run(organization(), "", () -> 7)).isEqualTo(7);
  }

  @Test
  void allTogetherLeaveConnectionsToDeliveries() {
    HeavyReads reads = new HeavyReads(2, Duration.ZERO, CALLER);
    occupy(reads, organization());
    occupy(reads, organization());

    assertThat(refusal(reads, organization())).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
  }

  @Test
  void aPlaceIsFreeAgainAfterARead() {
    HeavyReads reads = new HeavyReads(1, Duration.ZERO, CALLER);
    OrganizationId organization = organization();

    assertThat(reads.run(organization, "", () -> 1)).isEqualTo(1);
    assertThat(reads.run(organization, "", () -> 2)).isEqualTo(2);
  }

  @Test
  void whatPostgresGivesUpIsSaidInTheWordsOfTheRead() {
    OrganizationId organization = organization();

    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                INLET
                    .bean(HeavyReads.class)
                    .run(
                        organization,
                        "Choose less.",
                        () ->
                            INLET
                                .bean(Database.class)
                                .inOrganization(
                                    organization,
                                    handle -> {
                                      handle.execute("SET LOCAL statement_timeout = '10ms'");
                                      return handle.execute("SELECT pg_sleep(60)");
                                    })));

    assertThat(problem.type()).isEqualTo(ProblemType.TOOK_TOO_LONG);
    assertThat(problem).hasMessageContaining("Choose less.");
  }

  @Test
  void whatMayReadManyRowsTakesItsTurnAndWhatAnIndexFindsDoesNot() {
    Tenant tenant = Tenant.in(INLET);
    HeavyReads reads = INLET.bean(HeavyReads.class);
    occupy(reads, tenant.organization());
    occupy(reads, tenant.organization());

    HttpResponse<String> search = tenant.get("/deliveries?q=homer");
    HttpResponse<String> twice = tenant.get("/deliveries?outcome=UNKNOWN&source=192.0.2.1");
    HttpResponse<String> rare = tenant.get("/deliveries?outcome=UNKNOWN");
    HttpResponse<String> list = tenant.get("/deliveries");

    assertThat(search.statusCode()).isEqualTo(429);
    assertThat(twice.statusCode()).isEqualTo(429);
    assertThat(search.headers().firstValue("Retry-After")).isPresent();
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(rare.statusCode()).isEqualTo(200);
  }

  /** Organizations are founded for nothing. */
  @Test
  void onePersonHasNoMorePlacesForHavingManyOrganizations() throws Exception {
    Tenant tenant = Tenant.in(INLET);
    Tenant other = Tenant.in(INLET);
    String further = foundedBy(tenant);
    String furthest = foundedBy(tenant);
    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE delivery_terms IN ACCESS EXCLUSIVE MODE");
      List<Future<HttpResponse<String>>> searches = new ArrayList<>();
      for (String organization : List.of(tenant.organization().toString(), further)) {
        searches.add(threads.submit(() -> tenant.call("GET", search(organization), null)));
      }
      Await.until(() -> searching() == 2);

      HttpResponse<String> third = tenant.call("GET", search(furthest), null);
      Future<HttpResponse<String>> others =
          threads.submit(() -> other.call("GET", search(other.organization().toString()), null));
      Await.until(() -> searching() == 3);
      connection.rollback();

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(others.get().statusCode()).isEqualTo(200);
      for (Future<HttpResponse<String>> search : searches) {
        assertThat(search.get().statusCode()).isEqualTo(200);
      }
    }
  }

  private static String foundedBy(Tenant tenant) {
    HttpResponse<String> answer =
        tenant.call(
            "POST",
            "/api/me/memberships/found",
            Tenant.JSON.createObjectNode().put("organizationName", "Further"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Tenant.json(answer).get("organizationId").asText();
  }

  private static String search(String organization) {
    return "/api/organizations/%s/deliveries?q=homer".formatted(organization);
  }

  private static int searching() {
    return Sql.rows(
            INLET,
            "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%delivery_terms%'")
        .size();
  }

  /** Has a read run until the test ends. */
  private void occupy(HeavyReads reads, OrganizationId organization) {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    Executor thread = work -> Thread.ofVirtual().start(work);
    running.add(
        CompletableFuture.supplyAsync(
            () ->
                reads.run(
                    organization,
                    "",
                    () -> {
                      begun.complete(true);
                      return end.join();
                    }),
            thread));
    Await.until(begun::isDone);
  }

  private static ProblemType refusal(HeavyReads reads, OrganizationId organization) {
    return catchThrowableOfType(
            ProblemException.class, () -> reads.run(organization, "", () -> true))
        .type();
  }

  private static OrganizationId organization() {
    return new OrganizationId(UUID.randomUUID());
  }
}
