package dev.inlet.platform.access;

import dev.inlet.platform.security.Role;

/**
 * What a caller is in an organization.
 *
 * @param isSecondFactorMissing whether the organization takes a second factor that the caller's
 *     session does not have
 */
public record Standing(Role role, boolean isSecondFactorMissing) {}
