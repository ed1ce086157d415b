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
              // All of ::/8 (loopback, unspecified, mapped, compatible, NAT64) and 2002::/16 (6to4)
              // may hide an IPv4.
              + "::/8,100::/64,2001::/23,2001:db8::/32,2002::/16,3fff::/20,5f00::/16,fc00::/7,fe80::/10,fec0::/10,ff00::/8");

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
