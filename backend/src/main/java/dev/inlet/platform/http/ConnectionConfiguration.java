package dev.inlet.platform.http;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many connections one node keeps open with callers, and how long a request may take to come.
 *
 * @param max connections of all callers that one node keeps open; the process needs as many file
 *     descriptors, and one more for each call of an iMIS
 * @param perAddressMax connections of one address (of IPv6 of one /64) that one node keeps open,
 *     unless that is a trusted proxy's or this machine's
 * @param headSeconds how long a request's head may take to come: the first one's from the beginning
 *     of the connection, a later one's from its first byte
 * @param requestSeconds how long a request's body may take to come after its head
 */
@ConfigurationProperties("inlet.connections")
record ConnectionConfiguration(
    @Bindable(defaultValue = "20000") int max,
    @Bindable(defaultValue = "2000") int perAddressMax,
    @Bindable(defaultValue = "10") int headSeconds,
    @Bindable(defaultValue = "60") int requestSeconds) {

  ConnectionConfiguration {
    if (max < 1 || perAddressMax < 1) {
      throw new ConfigurationException(
          "INLET_CONNECTIONS_MAX and INLET_CONNECTIONS_PER_ADDRESS_MAX must be at least 1.");
    }
    if (headSeconds < 1 || requestSeconds < 1) {
      throw new ConfigurationException(
          "INLET_CONNECTIONS_HEAD_SECONDS and INLET_CONNECTIONS_REQUEST_SECONDS must be at least 1.");
    }
  }
}
