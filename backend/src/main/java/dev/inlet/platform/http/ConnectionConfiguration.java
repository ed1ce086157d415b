package dev.inlet.platform.http;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many connections one node keeps open with callers, and how long a request may take to come.
 *
 * @param max of all callers
 * @param perAddressMax of one address, or one /64 of IPv6, unless that is a trusted proxy's or this
 *     machine's
 * @param headSeconds from the beginning of a connection, and of later requests from their first
 *     byte, to the end of a request's head
 * @param requestSeconds from there to the end of its body
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
