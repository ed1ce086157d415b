/**
 * Inlet's backend: each feature is a package below; see {@code ARCHITECTURE.md} for who may know
 * whom.
 *
 * <p>Another Micronaut application, the iMIS simulator, may run in the same process; its context
 * takes none of these beans.
 */
@NullMarked
@Configuration
@Requires(missingProperty = "imis-simulator.enabled")
package dev.inlet;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
