package dev.inlet.platform.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Closes connections that are too many, unread, and those whose requests take too long to come. */
@Singleton
final class ConnectionLimits implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  /** What the server calls its handler that makes requests of bytes. */
  private static final String CODEC = "http-server-codec";

  private final OpenConnections open;
  private final Duration headTime;
  private final Duration requestTime;

  ConnectionLimits(
      OpenConnections open, ConnectionConfiguration configuration, MeterRegistry meters) {
    this.open = open;
    Gauge.builder("inlet.http.connections", open, OpenConnections::count)
        .description("Connections that callers keep open")
        .register(meters);
    Gauge.builder("inlet.http.connections.max", open, OpenConnections::max)
        .description("How many connections callers may keep open")
        .register(meters);
    this.headTime = Duration.ofSeconds(configuration.headSeconds());
    this.requestTime = Duration.ofSeconds(configuration.requestSeconds());
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Connections());
    return event.getBean();
  }

  /** Meets every connection as it is made. */
  private final class Connections implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
    }
  }

  private final class Connection implements NettyServerCustomizer {

    private final Channel channel;

    Connection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onInitialPipelineBuilt() {
      if (!(channel.remoteAddress() instanceof InetSocketAddress peer)) {
        return; // not over a network
      }
      InetAddress address = peer.getAddress();
      if (!open.open(address)) {
        ChannelFuture _ = channel.close();
        return;
      }
      ChannelFuture _ = channel.closeFuture().addListener(closed -> open.close(address));
      RequestTime times = new RequestTime(channel, headTime, requestTime);
      ChannelPipeline pipeline = channel.pipeline();
      pipeline.addBefore(CODEC, "inlet-first-bytes", times.beforeCodec());
      pipeline.addAfter(CODEC, "inlet-requests", times.afterCodec());
      times.begin();
    }
  }
}
