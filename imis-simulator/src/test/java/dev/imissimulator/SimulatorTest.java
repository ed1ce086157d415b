package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imissimulator.Fault.Part;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  @Test
  void runsBesideAnotherWithItsOwnState() {
    try (Simulator one = Simulator.start();
        Simulator other = Simulator.start()) {
      one.set(s -> s.withPutStatus(201));

      assertThat(one.baseUrl())
          .isNotEqualTo(other.baseUrl())
          .hasScheme("http")
          .hasHost("127.0.0.1");
      assertThat(other.switches()).isEqualTo(Switches.DEFAULTS);
    }
  }

  @Test
  void startsOnTheGivenPort() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    try (Simulator simulator = Simulator.start(port)) {
      assertThat(simulator.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:" + port));
    }
  }

  @Test
  void failsToStartOnAPortThatIsTaken() {
    try (Simulator simulator = Simulator.start()) {
      int taken = simulator.baseUrl().getPort();

      assertThatThrownBy(() -> Simulator.start(taken)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void addsNoBeanToTheContextOfAHost() {
    try (ApplicationContext host = ApplicationContext.run()) {
      assertThat(host.containsBean(ImisController.class)).isFalse();
      assertThat(host.containsBean(ServerErrors.class)).isFalse();
    }
  }

  @Test
  void putsSwitchesBack() {
    try (Simulator simulator = Simulator.start()) {
      simulator.switches(Switches.DEFAULTS.withFault(Fault.hang(Part.ALL)));
      simulator.reset();

      assertThat(simulator.switches()).isEqualTo(Switches.DEFAULTS);
      assertThatThrownBy(() -> simulator.rows("Nothing"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void hasAWithMethodForEverySwitchThatChangesOnlyThatOne() throws ReflectiveOperationException {
    for (RecordComponent component : Switches.class.getRecordComponents()) {
      Method with = wither(component);
      Object value = component.getAccessor().invoke(Switches.DEFAULTS);

      assertThat(with.invoke(Switches.DEFAULTS, value))
          .as(component.getName())
          .isEqualTo(Switches.DEFAULTS);
      if (value instanceof Boolean flag) {
        Object changed = with.invoke(Switches.DEFAULTS, !flag);
        assertThat(component.getAccessor().invoke(changed)).isEqualTo(!flag);
      }
    }
  }

  private static Method wither(RecordComponent component) throws NoSuchMethodException {
    String name = component.getName();
    String with = "with" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    assertThat(Arrays.stream(Switches.class.getMethods()).map(Method::getName)).contains(with);
    return Switches.class.getMethod(with, component.getType());
  }
}
