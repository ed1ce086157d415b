package dev.inlet.platform.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Whom Inlet may call, and whom it believes about a caller's address.
 *
 * @param outboundAllowedNetworks networks (CIDR, separated by commas) that an iMIS may be in
 *     although they are not public
 * @param trustedProxies networks (CIDR, separated by commas) whose {@code X-Forwarded-For} is
 *     believed, and whose connections are not counted by address; behind a proxy that is not named
 *     here, networks that webhooks take deliveries from mean the proxy
 */
@ConfigurationProperties("inlet")
record NetworkConfiguration(
    @Bindable(defaultValue = "") String outboundAllowedNetworks,
    @Bindable(defaultValue = "") String trustedProxies) {

  List<Network> outbound() {
    return Network.parseList(outboundAllowedNetworks);
  }

  List<Network> proxies() {
    return Network.parseList(trustedProxies);
  }
}
