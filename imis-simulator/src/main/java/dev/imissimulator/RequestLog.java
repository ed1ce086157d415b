package dev.imissimulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last requests, as they were received. */
@Singleton
final class RequestLog {
  private final Switchboard switchboard;
  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

  RequestLog(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  void record(NettyHttpRequest<?> request, byte[] body) {
    int kept = switchboard.current().requestsKept();
    if (kept > 0) {
      add(received(request, body), kept);
    }
  }

  synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    requests.clear();
  }

  private synchronized void add(ReceivedRequest request, int kept) {
    requests.addLast(request);
    while (requests.size() > kept) {
      requests.removeFirst();
    }
  }

  private static ReceivedRequest received(NettyHttpRequest<?> request, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.getHeaders().forEach(headers::put);
    return new ReceivedRequest(
        request.getMethodName(),
        request.getNativeRequest().uri(),
        Collections.unmodifiableMap(headers),
        new String(body, UTF_8));
  }
}
