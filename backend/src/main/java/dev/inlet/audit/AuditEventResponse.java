package dev.inlet.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.security.Actor;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param actorId the user's or the API key's; null for strangers and operators
 * @param actorName what people knew them by at that moment
 * @param targetId the thing it was done to; null where it was the actor's own account
 * @param targetName what people knew it by at that moment
 * @param sourceAddress where it was done from
 * @param device the User-Agent, as it called itself
 * @param before what the change replaced, by name; secrets as "set"
 * @param after what it was replaced with; secrets as "changed"
 * @param reason why, where somebody said so, or what was asked for
 */
@Introspected
public record AuditEventResponse(
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
