package dev.inlet.platform.http;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/**
 * Decides which addresses Inlet may connect to on a tenant's behalf: public ones, and those the
 * deployment lets through. Asked about the very addresses that a connection is then made to, so a
 * name that resolves differently a moment later gains nothing.
 */
@Singleton
public class OutboundGuard {

  /** Not globally reachable, after the IANA special-purpose address registries. */
  private static final List<Network> NOT_PUBLIC =
      Network.parseList(
          "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,"
              + "192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/4,240.0.0.0/4,"
              // Public by its number, and a host's own services in a cloud (Azure).
              + "168.63.129.16/32,"
              // Of IPv6 only 2000::/3 is given out. What is outside of it (mapped, compatible,
              // NAT64),
              // Teredo within 2001::/23 and 6to4 in 2002::/16 may hide an IPv4.
              + "::/3,4000::/2,8000::/1,2001::/23,2001:db8::/32,2002::/16,3fff::/20");

  private final List<Network> allowed;

  OutboundGuard(NetworkConfiguration configuration) {
    this.allowed = configuration.outbound();
  }

  public boolean allows(InetAddress address) {
    return isLetThrough(address)
        || NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
  }

  /** Whether the deployment names this address: only then may it be called without TLS. */
  public boolean isLetThrough(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }

  public boolean letsAnythingThrough() {
    return !allowed.isEmpty();
  }
}
