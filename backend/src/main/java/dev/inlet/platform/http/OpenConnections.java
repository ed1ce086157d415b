package dev.inlet.platform.http;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the connections that callers keep open, of all and of each address. Behind a proxy all
 * callers have its address, so a trusted one's are counted among all alone; so are this machine's.
 */
@Singleton
final class OpenConnections {

  private final int max;
  private final int perAddressMax;
  private final List<Network> proxies;
  private final Map<InetAddress, Integer> ofAddress = new HashMap<>();
  private int ofAll;

  OpenConnections(ConnectionConfiguration connections, NetworkConfiguration networks) {
    this.max = connections.max();
    this.perAddressMax = connections.perAddressMax();
    this.proxies = networks.proxies();
  }

  /** Counts one more, to be closed; false if there are too many. */
  synchronized boolean open(InetAddress address) {
    boolean isCounted = isCounted(address);
    if (ofAll >= max || (isCounted && ofAddress.getOrDefault(address, 0) >= perAddressMax)) {
      return false;
    }
    ofAll++;
    if (isCounted) {
      ofAddress.merge(address, 1, Integer::sum);
    }
    return true;
  }

  synchronized void close(InetAddress address) {
    ofAll--;
    ofAddress.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
  }

  private boolean isCounted(InetAddress address) {
    return !address.isLoopbackAddress()
        && proxies.stream().noneMatch(proxy -> proxy.contains(address));
  }
}
