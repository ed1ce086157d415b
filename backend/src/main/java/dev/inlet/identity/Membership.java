package dev.inlet.identity;

import dev.inlet.platform.security.Role;
import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * One organization that a user belongs to, and as what.
 *
 * @param requiresSecondFactor whether it lets nobody work in it without a second factor
 */
@Introspected
record Membership(
    UUID organizationId,
    String organizationName,
    String organizationSlug,
    boolean requiresSecondFactor,
    Role role) {}
