package dev.inlet.identity;

import dev.inlet.platform.security.Role;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation.
 *
 * @param url accepts it; for nobody but whom it is for. Null for whoever may not give its role
 * @param isMailed whether this installation sends it by e-mail
 */
@Introspected
record InvitationResponse(
    UUID id,
    String email,
    Role role,
    String invitedBy,
    @Nullable String url,
    boolean isMailed,
    Instant createdAt,
    Instant expiresAt) {}
