package dev.inlet.identity;

import dev.inlet.platform.security.Caller;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * A place where somebody is signed in.
 *
 * @param device what it called itself when signing in
 * @param sourceAddress where that came from
 * @param lastUsedAt to some minutes
 * @param isCurrent whether it is the one that asks
 */
@Introspected
record SessionResponse(
    UUID id,
    String device,
    String sourceAddress,
    boolean hasSecondFactor,
    boolean isCurrent,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {

  static SessionResponse of(Session session, Caller.Person person) {
    return new SessionResponse(
        session.id(),
        session.origin().device(),
        session.origin().address(),
        session.secondFactorAt() != null,
        session.id().equals(person.session()),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt());
  }
}
