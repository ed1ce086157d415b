package dev.inlet.organizations;

import dev.inlet.platform.tenancy.OrganizationId;

/** A tenant. */
public record Organization(OrganizationId id, String name, Slug slug) {}
