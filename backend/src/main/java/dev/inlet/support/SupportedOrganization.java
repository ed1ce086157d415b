package dev.inlet.support;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * An organization as support staff see it.
 *
 * @param requiresSecondFactor whether members work in it only with a second factor
 * @param webhookCount how many webhooks it has, deleted ones left out
 */
@Introspected
record SupportedOrganization(
    UUID id,
    String name,
    String slug,
    Instant createdAt,
    boolean requiresSecondFactor,
    int webhookCount) {}
