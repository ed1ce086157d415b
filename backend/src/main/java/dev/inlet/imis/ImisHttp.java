package dev.inlet.imis;

import dev.inlet.platform.http.BlockedAddressException;
import dev.inlet.platform.http.OutboundClient;
import dev.inlet.platform.http.OutboundGuard;
import dev.inlet.platform.time.Deadline;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls of all tenants' iMIS. Reads no more than it is told to, and is done by the deadline
 * whatever the other side does.
 */
@Singleton
final class ImisHttp {

  private static final Duration OUTAGE_AFTER = Duration.ofSeconds(3);
  private static final int CONNECTIONS_MAX = 12_000;

  private final OutboundClient client;
  private final Duration outageAfter;

  @Inject
  ImisHttp(OutboundGuard guard) {
    this(guard, OUTAGE_AFTER);
  }

  /**
   * @param outageAfter how long iMIS has to say nothing before that speaks against it
   */
  ImisHttp(OutboundGuard guard, Duration outageAfter) {
    this.outageAfter = outageAfter;
    this.client = new OutboundClient(guard, CONNECTIONS_MAX);
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param answerBytesMax how much of the answer's body is read at most
   * @throws ImisException if no answer came; says whether the request may have been read
   */
  ImisAnswer send(
      HttpUriRequestBase request, TrackedEntity body, Deadline deadline, int answerBytesMax)
      throws ImisException {
    long begun = System.nanoTime();
    Duration remaining = deadline.remaining();
    if (remaining.isZero()) {
      throw ImisException.of(ImisFailure.UNREACHABLE);
    }
    request.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(remaining.plusMillis(1)))
            .setConnectionRequestTimeout(Timeout.of(remaining.plusMillis(1)))
            .build());
    CompletableFuture<ImisAnswer> answer =
        client.begin(request, response -> read(response, answerBytesMax));
    try {
      return answer.get(remaining.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.cancel();
      throw unanswered(body, begun);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request.cancel();
      throw ImisException.of(failure(body));
    } catch (ExecutionException e) {
      throw broken(e.getCause(), body, begun);
    }
  }

  private static ImisAnswer read(ClassicHttpResponse response, int bytesMax) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new ImisAnswer(response.getCode(), new byte[0], false, retryAfter(response));
    }
    try (InputStream content = entity.getContent()) {
      byte[] body = content.readNBytes(bytesMax);
      boolean isCut = body.length == bytesMax && content.read() >= 0;
      if (isCut) {
        // Closing an unread answer would read it to its end, however long that is.
        response.close();
      }
      return new ImisAnswer(response.getCode(), body, isCut, retryAfter(response));
    }
  }

  private static @Nullable String retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    return header == null ? null : header.getValue();
  }

  private ImisException broken(@Nullable Throwable cause, TrackedEntity body, long begun) {
    return switch (cause) {
      case BlockedAddressException e -> ImisException.of(ImisFailure.ADDRESS_NOT_ALLOWED);
      case UnknownHostException e -> ImisException.outage(ImisFailure.UNREACHABLE);
      case ConnectException e -> ImisException.outage(ImisFailure.UNREACHABLE);
      case NoRouteToHostException e -> ImisException.outage(ImisFailure.UNREACHABLE);
      case ConnectTimeoutException e -> ImisException.outage(ImisFailure.UNREACHABLE);
      case SocketTimeoutException e -> unanswered(body, begun);
      case SSLException e when !body.isBegun() -> ImisException.outage(ImisFailure.UNREACHABLE);
      case null, default -> ImisException.outage(failure(body));
    };
  }

  /** Whoever waited briefly cannot know whether iMIS is gone or only slower than they are. */
  private ImisException unanswered(TrackedEntity body, long begun) {
    boolean isOutage = System.nanoTime() - begun >= outageAfter.toNanos();
    return isOutage ? ImisException.outage(failure(body)) : ImisException.of(failure(body));
  }

  private static ImisFailure failure(TrackedEntity body) {
    return body.isBegun() ? ImisFailure.NO_ANSWER : ImisFailure.UNREACHABLE;
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
  }
}
