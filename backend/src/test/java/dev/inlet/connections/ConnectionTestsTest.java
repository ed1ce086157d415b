package dev.inlet.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.imis.ImisTestClients;
import dev.inlet.testing.Await;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionTestsTest {

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
                  () -> Thread.ofPlatform().start(() -> found.add(tests.test(connection).works())))
              .limit(5)
              .toList();
      Await.until(() -> imis.requests().size() == 1 && all.stream().allMatch(this::waits));

      imis.set(switches -> switches.withFaults(List.of()));
      for (Thread one : all) {
        one.join();
      }
      assertThat(found).containsOnly(true).hasSize(5);
      assertThat(signIns(imis)).isEqualTo(1);

      assertThat(tests.test(connection).works()).isTrue();
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
