package dev.inlet.organizations;

import dev.inlet.platform.tenancy.OrganizationId;

/**
 * A tenant.
 *
 * @param requiresSecondFactor whether members work in it only with a second factor
 */
public record Organization(
    OrganizationId id, String name, Slug slug, boolean requiresSecondFactor) {}
