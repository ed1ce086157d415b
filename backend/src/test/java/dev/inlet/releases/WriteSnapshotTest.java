package dev.inlet.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.offboarding.Furnished;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Not a test of anything: makes the snapshot of the release that {@code INLET_WRITE_SNAPSHOT}
 * names, as Inlet itself writes it when an organization uses all of it (docs/releasing.md).
 */
@EnabledIfEnvironmentVariable(named = "INLET_WRITE_SNAPSHOT", matches = ".+")
class WriteSnapshotTest {

  @Test
  void writesWhatThisReleaseLeavesInItsDatabase() throws Exception {
    TestInlet inlet = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start()) {
      Furnished used = Furnished.in(inlet, simulator).completely();
      simulator.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).once()));
      assertThat(used.tenant().deliver(used.webhook(), Definitions.SAMPLE_PAYLOAD).statusCode())
          .isEqualTo(500);
      simulator.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite().once()));
      assertThat(used.tenant().deliver(used.webhook(), Definitions.SAMPLE_PAYLOAD).statusCode())
          .isEqualTo(500);
      Furnished.in(inlet, simulator); // somebody else
    } finally {
      inlet.close(); // what is under way ends before
    }
    try (Connection superuser = TestPostgres.superuser(inlet.database())) {
      Snapshot.of(System.getenv("INLET_WRITE_SNAPSHOT"), superuser)
          .write(Path.of("src/test/resources/releases"));
    }
  }
}
