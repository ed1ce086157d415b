package dev.inlet.platform.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Whom Inlet may call, and whom it believes about a caller's address.
 *
 * @param outboundAllowedNetworks networks that are not public but may be called all the same: an
 *     iMIS in the house
 * @param trustedProxies networks whose {@code X-Forwarded-For} is believed
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
