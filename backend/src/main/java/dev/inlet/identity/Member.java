package dev.inlet.identity;

import dev.inlet.platform.security.Role;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * A person who belongs to an organization.
 *
 * @param hasSecondFactor whether signing in takes a second factor
 */
@Introspected
record Member(
    UUID userId, String email, String name, Role role, boolean hasSecondFactor, Instant joinedAt) {}
