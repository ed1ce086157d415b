package dev.inlet.platform.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The address a request came from: the peer's, or what a trusted proxy says of it. */
@Singleton
public class CallerAddress {

  private final List<Network> proxies;

  CallerAddress(NetworkConfiguration configuration) {
    this.proxies = configuration.proxies();
  }

  public String of(HttpRequest<?> request) {
    InetAddress peer = request.getRemoteAddress().getAddress();
    if (peer == null || !isProxy(peer)) {
      return peer == null ? "unknown" : peer.getHostAddress();
    }
    // Each proxy appends whom it heard from; the nearest entry that is no proxy of ours is the
    // caller.
    for (String hop : hopsNearestFirst(request)) {
      InetAddress address = literal(hop);
      if (address == null) {
        break;
      }
      if (!isProxy(address)) {
        return address.getHostAddress();
      }
    }
    return peer.getHostAddress();
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  private static List<String> hopsNearestFirst(HttpRequest<?> request) {
    List<String> hops = new ArrayList<>();
    for (String header : request.getHeaders().getAll("X-Forwarded-For")) {
      Collections.addAll(hops, header.split(","));
    }
    return hops.reversed();
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
