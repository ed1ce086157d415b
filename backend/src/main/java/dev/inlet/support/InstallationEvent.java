package dev.inlet.support;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.security.Actor;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to the installation itself.
 *
 * @param actorId null for strangers and operators
 * @param actorName what people knew the actor by at that moment
 * @param targetId null where there is no thing but the actor's own account
 * @param device the User-Agent as it called itself
 * @param before what was replaced, by name
 * @param after what it was replaced with, by name
 * @param reason why, or what was asked for
 */
@Introspected
record InstallationEvent(
    UUID id,
    Instant occurredAt,
    AuditAction action,
    Actor.Kind actorKind,
    @Nullable UUID actorId,
    String actorName,
    @Nullable String targetId,
    @Nullable String targetName,
    String sourceAddress,
    String device,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable String reason) {}
