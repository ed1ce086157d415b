package dev.inlet.platform.metrics;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.inlet.platform.ConfigurationException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out what is counted, at a port of its own that strangers and tenants cannot reach. Not a
 * part of the server that deliveries come to: it answers while that one cannot, and no route of
 * that one can ever expose it. One thread does all of it and waits for nobody: a connection is for
 * one request, and is cut if it lasts too long or is the oldest of too many.
 */
@Context
@Requires(beans = ManagementConfiguration.class)
@Requires(missingProperty = "inlet.is-command") // which is gone before anybody asks
public final class ManagementServer {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);

  /** From when a connection is made until its answer was taken. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Whoever asks in earnest is done within milliseconds, and never the oldest of so many. */
  private static final int CONNECTIONS_MAX = 32;

  private static final String METRICS = "/metrics";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final Duration patience;
  private final EventLoopGroup thread =
      new MultiThreadIoEventLoopGroup(
          1, Thread.ofPlatform().name("management").daemon().factory(), NioIoHandler.newFactory());
  private final Channel server;

  /** The oldest first. Touched by the one thread alone. */
  private final Set<Channel> connections = new LinkedHashSet<>();

  @Inject
  ManagementServer(ManagementConfiguration configuration, MeterRegistry registry) {
    this(configuration, registry, PATIENCE);
  }

  ManagementServer(
      ManagementConfiguration configuration, MeterRegistry registry, Duration patience) {
    this.registry = (PrometheusMeterRegistry) registry;
    this.patience = patience;
    ChannelFuture bound =
        new ServerBootstrap()
            .group(thread)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Connections())
            .bind(new InetSocketAddress(configuration.address(), configuration.port()))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      close();
      throw new ConfigurationException(
          "Nothing can listen at INLET_MANAGEMENT_ADDRESS %s, INLET_MANAGEMENT_PORT %d: %s"
              .formatted(configuration.address(), configuration.port(), bound.cause()),
          bound.cause());
    }
    this.server = bound.channel();
  }

  /** Where it listens. */
  public int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  @PreDestroy
  void close() {
    Future<?> _ = thread.shutdownGracefully(0, 0, MILLISECONDS);
  }

  private final class Connections extends ChannelInitializer<Channel> {

    @Override
    protected void initChannel(Channel connection) {
      connection.pipeline().addLast(new HttpServerCodec(), new Requests());
    }
  }

  /** Those of one connection, of which the first is answered. */
  private final class Requests extends SimpleChannelInboundHandler<HttpObject> {

    @Override
    public void channelActive(ChannelHandlerContext context) {
      Channel connection = context.channel();
      if (connections.size() >= CONNECTIONS_MAX) {
        cut(connections.iterator().next());
      }
      connections.add(connection);
      Future<?> end =
          context.executor().schedule(() -> cut(connection), patience.toMillis(), MILLISECONDS);
      ChannelFuture _ =
          connection
              .closeFuture()
              .addListener(
                  closed -> {
                    end.cancel(false);
                    connections.remove(connection);
                  });
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      Channel connection = context.channel();
      // More than one may come at once, and the half of one when its connection is gone.
      boolean isFirst = connection.isActive() && connection.config().isAutoRead();
      if (isFirst && part instanceof HttpRequest request) {
        connection.config().setAutoRead(false);
        ChannelFuture _ =
            context.writeAndFlush(answer(request)).addListener(ChannelFutureListener.CLOSE);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (!(cause instanceof IOException)) {
        LOG.error("The port of metrics failed", cause);
      }
      cut(context.channel());
    }
  }

  private static void cut(Channel connection) {
    ChannelFuture _ = connection.close();
  }

  private FullHttpResponse answer(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return answer(HttpResponseStatus.BAD_REQUEST, Unpooled.EMPTY_BUFFER);
    } else if (!request.uri().split("\\?", 2)[0].equals(METRICS)) {
      return answer(HttpResponseStatus.NOT_FOUND, Unpooled.EMPTY_BUFFER);
    } else if (!request.method().equals(HttpMethod.GET)) {
      return answer(HttpResponseStatus.METHOD_NOT_ALLOWED, Unpooled.EMPTY_BUFFER);
    }
    ByteBuf text = Unpooled.copiedBuffer(registry.scrape(), StandardCharsets.UTF_8);
    FullHttpResponse answer = answer(HttpResponseStatus.OK, text);
    answer.headers().set(HttpHeaderNames.CONTENT_TYPE, TEXT);
    return answer;
  }

  private static FullHttpResponse answer(HttpResponseStatus status, ByteBuf body) {
    FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return answer;
  }
}
