package dev.inlet.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a name to the addresses that are then connected to, and refuses all of them if Inlet may
 * not call one: what is checked is what is used, so a name that changes its mind in between gains
 * nothing.
 */
final class GuardedResolver implements DnsResolver {

  private final DnsResolver names;
  private final Predicate<InetAddress> guard;

  GuardedResolver(DnsResolver names, Predicate<InetAddress> guard) {
    this.names = names;
    this.guard = guard;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    if (!List.of(addresses).stream().allMatch(guard)) {
      throw new BlockedAddressException();
    }
    return addresses;
  }

  @Override
  public @Nullable String resolveCanonicalHostname(String host) {
    return host;
  }
}
