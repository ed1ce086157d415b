package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.NodeProcess;
import dev.inlet.testing.TestInlet;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TransportTest {

  private final TestInlet inlet = TestInlet.shared();

  @Test
  @EnabledOnOs(OS.LINUX)
  void takesLinuxOwnTransport() {
    assertThat(Epoll.isAvailable()).as("%s", Epoll.unavailabilityCause()).isTrue();
    assertThat(inlet.bean(EventLoopGroup.class))
        .isInstanceOfSatisfying(
            IoEventLoopGroup.class,
            group -> assertThat(group.isIoType(EpollIoHandler.class)).isTrue());
  }

  @Test
  void takesTheJdksTransportWhereThereIsNoOther() throws IOException {
    try (NodeProcess node =
        NodeProcess.beside(
            inlet, Map.of("JAVA_TOOL_OPTIONS", "-Dio.netty.transport.noNative=true"))) {
      assertThat(node.status("/health/liveness")).isEqualTo(200);
      assertThat(OS.LINUX.isCurrentOs() && node.hasLoaded("netty_transport_native_epoll"))
          .isFalse();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void loadsLinuxOwnTransport() throws IOException {
    try (NodeProcess node = NodeProcess.beside(inlet, Map.of())) {
      assertThat(node.hasLoaded("netty_transport_native_epoll")).isTrue();
    }
  }
}
