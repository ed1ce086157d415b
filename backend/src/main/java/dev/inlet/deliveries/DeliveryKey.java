package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;

/** Names one delivery of one organization. */
public record DeliveryKey(OrganizationId organization, DeliveryId id) {}
