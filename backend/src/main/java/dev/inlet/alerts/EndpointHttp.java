package dev.inlet.alerts;

import dev.inlet.platform.http.BlockedAddressException;
import dev.inlet.platform.http.OutboundClient;
import dev.inlet.platform.http.OutboundGuard;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Calls endpoints. Of an answer only its status counts; it has to come in time. */
@Singleton
class EndpointHttp {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CONNECTIONS_MAX = 200;

  /** Read so that the connection can be used again, and never shown to anybody. */
  private static final int ANSWER_BYTES_MAX = 16 * 1024;

  private final OutboundClient client;
  private final Duration patience;

  @Inject
  EndpointHttp(OutboundGuard guard) {
    this(guard, PATIENCE);
  }

  EndpointHttp(OutboundGuard guard, Duration patience) {
    this.client = new OutboundClient(guard, CONNECTIONS_MAX);
    this.patience = patience;
  }

  /** A message with what proves where it is from. */
  record Signed(String id, long timestamp, String signatures, String payload) {}

  Attempt post(URI url, Signed message) {
    HttpPost request = new HttpPost(url);
    request.setHeader("webhook-id", message.id());
    request.setHeader("webhook-timestamp", String.valueOf(message.timestamp()));
    request.setHeader("webhook-signature", message.signatures());
    request.setEntity(new StringEntity(message.payload(), ContentType.APPLICATION_JSON));
    request.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(patience))
            .setConnectionRequestTimeout(Timeout.of(patience))
            .build());
    try {
      return client
          .begin(request, EndpointHttp::read)
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.cancel();
      return Attempt.failed(MessageFailure.NO_ANSWER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request.cancel();
      return Attempt.failed(MessageFailure.NO_ANSWER);
    } catch (ExecutionException e) {
      return Attempt.failed(failure(e.getCause()));
    }
  }

  private static Attempt read(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      try (InputStream content = entity.getContent()) {
        if (content.readNBytes(ANSWER_BYTES_MAX).length == ANSWER_BYTES_MAX) {
          // Closing an unread answer would read it to its end, however long that is.
          response.close();
        }
      }
    }
    return Attempt.answered(response.getCode());
  }

  private static MessageFailure failure(@Nullable Throwable cause) {
    return switch (cause) {
      case BlockedAddressException e -> MessageFailure.ADDRESS_NOT_ALLOWED;
      case UnknownHostException e -> MessageFailure.UNREACHABLE;
      case ConnectException e -> MessageFailure.UNREACHABLE;
      case NoRouteToHostException e -> MessageFailure.UNREACHABLE;
      case ConnectTimeoutException e -> MessageFailure.UNREACHABLE;
      case SSLException e -> MessageFailure.UNREACHABLE;
      case null, default -> MessageFailure.NO_ANSWER;
    };
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
  }
}
