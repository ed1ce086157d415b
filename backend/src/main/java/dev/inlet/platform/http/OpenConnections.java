package dev.inlet.platform.http;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the connections that callers keep open, of all and of each address; of IPv6 of each /64,
 * for whoever has one address there has them all. Behind a proxy all callers have its address, so a
 * trusted one's are counted among all alone; so are this machine's.
 */
@Singleton
final class OpenConnections {

  private static final int SUBNET_BYTES = 8;

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
    if (ofAll >= max
        || (isCounted && ofAddress.getOrDefault(counted(address), 0) >= perAddressMax)) {
      return false;
    }
    ofAll++;
    if (isCounted) {
      ofAddress.merge(counted(address), 1, Integer::sum);
    }
    return true;
  }

  synchronized void close(InetAddress address) {
    ofAll--;
    if (isCounted(address)) { // a proxy may have neighbours
      ofAddress.computeIfPresent(counted(address), (known, count) -> count == 1 ? null : count - 1);
    }
  }

  synchronized int count() {
    return ofAll;
  }

  int max() {
    return max;
  }

  private boolean isCounted(InetAddress address) {
    return !address.isLoopbackAddress()
        && proxies.stream().noneMatch(proxy -> proxy.contains(address));
  }

  private static InetAddress counted(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    byte[] subnet = address.getAddress();
    Arrays.fill(subnet, SUBNET_BYTES, subnet.length, (byte) 0);
    try {
      return InetAddress.getByAddress(subnet);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // of a length that no address has
    }
  }
}
