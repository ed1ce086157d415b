/**
 * A web server as Inlet's is, that reads what it is sent and answers at once: what of a delivery's
 * cost is not Inlet's.
 *
 * <p>Outside of Inlet's package, whose beans its context must not take, nor they this one: Inlet's
 * are left out where the simulator's switch is set at all, and it is set to off.
 */
@Configuration
@Requires(property = "bare-endpoint.enabled", value = "true")
@NullMarked
package dev.bareendpoint;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
