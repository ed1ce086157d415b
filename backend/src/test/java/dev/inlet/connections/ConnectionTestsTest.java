package dev.inlet.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.imis.ImisTestClients;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Await;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionTestsTest {

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());

  @Test
  void callsNobodyAnyMoreForWhoeverAsksTooOften() throws Exception {
    try (Simulator imis = Simulator.start()) {
      ConnectionTests tests = new ConnectionTests();
      LiveConnection connection =
          new LiveConnection(ImisTestClients.of(imis.baseUrl()), Edition.EMS, ZoneOffset.UTC);
      for (int i = 0; i < ConnectionTests.IN_A_MINUTE_MAX; i++) {
        assertThat(tests.test(organization, connection).works()).isTrue();
      }

      assertThatThrownBy(() -> tests.test(organization, connection))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));

      assertThat(signIns(imis)).isEqualTo(ConnectionTests.IN_A_MINUTE_MAX);
      OrganizationId other = new OrganizationId(UUID.randomUUID());
      assertThat(tests.test(other, connection).works()).isTrue();
    }
  }

  @Test
  void signsInOnceForAllWhoAskAtOnceAndAgainForTheNext() throws Exception {
    try (Simulator imis = Simulator.start()) {
      ConnectionTests tests = new ConnectionTests();
      LiveConnection connection =
          new LiveConnection(ImisTestClients.of(imis.baseUrl()), Edition.EMS, ZoneOffset.UTC);
      imis.set(switches -> switches.withFault(Fault.hang(Part.TOKEN)));
      List<Boolean> found = new CopyOnWriteArrayList<>();
      List<Thread> all =
          Stream.generate(
                  () ->
                      Thread.ofPlatform()
                          .start(() -> found.add(tests.test(organization, connection).works())))
              .limit(5)
              .toList();
      Await.until(() -> imis.requests().size() == 1 && all.stream().allMatch(this::waits));

      imis.set(switches -> switches.withFaults(List.of()));
      for (Thread one : all) {
        one.join();
      }
      assertThat(found).containsOnly(true).hasSize(5);
      assertThat(signIns(imis)).isEqualTo(1);

      assertThat(tests.test(organization, connection).works()).isTrue();
      assertThat(signIns(imis)).isEqualTo(2);
    }
  }

  private boolean waits(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static long signIns(Simulator imis) {
    return imis.requests().stream().filter(request -> request.path().endsWith("/token")).count();
  }
}
