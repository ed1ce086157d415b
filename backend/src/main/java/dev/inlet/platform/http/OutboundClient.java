package dev.inlet.platform.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls on tenants' behalf, over kept-alive connections to addresses that the guard was asked
 * about. Follows no redirect, keeps no cookie and retries nothing by itself.
 */
public final class OutboundClient implements AutoCloseable {

  private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(4);
  private static final TimeValue IDLE_MAX = TimeValue.ofSeconds(30);
  private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofSeconds(1);

  /**
   * Of the head of an answer the library would read on for ever. The buffer is there twice for each
   * connection, for as long as it is kept.
   */
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(16 * 1024)
          .setMaxHeaderCount(200)
          .setBufferSize(4 * 1024)
          .build();

  private final CloseableHttpClient client;

  /** Only what the deployment names may be called without TLS: secrets go over the wire. */
  private final CloseableHttpClient withoutTls;

  public OutboundClient(OutboundGuard guard, int connectionsMax) {
    this(guard, connectionsMax, SystemDefaultDnsResolver.INSTANCE);
  }

  OutboundClient(OutboundGuard guard, int connectionsMax, DnsResolver names) {
    this.client = client(new GuardedResolver(names, guard::allows), connectionsMax);
    this.withoutTls = client(new GuardedResolver(names, guard::isLetThrough), connectionsMax);
  }

  private static CloseableHttpClient client(GuardedResolver resolver, int connectionsMax) {
    ConnectionConfig connections =
        ConnectionConfig.custom()
            .setConnectTimeout(CONNECT_TIMEOUT)
            .setValidateAfterInactivity(CHECK_AFTER_IDLE)
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(connectionsMax)
                .setMaxConnTotal(connectionsMax)
                .setDefaultConnectionConfig(connections)
                .build())
        .setUserAgent("Inlet")
        .evictIdleConnections(IDLE_MAX)
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .build();
  }

  /**
   * Begins a request. Name look-ups and trickling answers heed no time-out: another thread waits
   * for them, so that the caller can give up, and cancel the request, when it likes.
   */
  public <T> CompletableFuture<T> begin(
      HttpUriRequestBase request, HttpClientResponseHandler<T> reader) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            CloseableHttpClient fitting = "https".equals(request.getScheme()) ? client : withoutTls;
            answer.complete(fitting.execute(request, reader));
          } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  @Override
  public void close() throws IOException {
    client.close();
    withoutTls.close();
  }
}
