/**
 * A stand-in for iMIS: the part of its REST API that Inlet and its tests need, with the JSON, the
 * statuses and the known bugs of the real one, and state that can be read back.
 *
 * <p>Where nobody outside ASI knows what iMIS does, there is a switch and never a silent guess. It
 * knows nothing of Inlet, and it may share a process with Inlet: its beans exist only in the
 * context that {@link Simulator} starts, and it has no resource that could shadow the host's.
 */
@Configuration
@Requires(property = "imis-simulator.enabled", value = "true")
@NullMarked
package dev.imissimulator;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
