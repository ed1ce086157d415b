package dev.inlet.platform.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes one connection if a request takes too long to come, however steadily it trickles: first
 * its head, then its body. The first request's time begins with the connection, that of later ones
 * with their first byte. Used on the connection's own thread alone.
 */
final class RequestTime {

  private final Channel channel;
  private final Duration headTime;
  private final Duration requestTime;
  private @Nullable Future<?> end;

  RequestTime(Channel channel, Duration headTime, Duration requestTime) {
    this.channel = channel;
    this.headTime = headTime;
    this.requestTime = requestTime;
  }

  void begin() {
    closeIn(headTime);
  }

  /** Sees a request's first bytes. */
  ChannelHandler beforeCodec() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (end == null) {
          closeIn(headTime);
        }
        context.fireChannelRead(bytes);
      }

      @Override
      public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
      }
    };
  }

  /** Sees the end of a request's head, and of its body. */
  ChannelHandler afterCodec() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object part) {
        if (part instanceof HttpRequest) {
          closeIn(requestTime);
        }
        if (part instanceof LastHttpContent) {
          stop();
        }
        context.fireChannelRead(part);
      }
    };
  }

  private void closeIn(Duration time) {
    stop();
    end = channel.eventLoop().schedule(this::close, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void close() {
    ChannelFuture _ = channel.close();
  }

  private void stop() {
    if (end != null) {
      end.cancel(false);
      end = null;
    }
  }
}
