package dev.inlet.identity.apikeys;

import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, recognises and revokes API keys. */
@Singleton
public class ApiKeys {

  /** Lets a person, and a scanner for leaked secrets, see what it is. */
  private static final String PREFIX = "inlet_";

  /** A key that is busy is written down once in this time. */
  private static final Duration USE_TOLD_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final ApiKeyRepository repository;
  private final AuditTrail auditTrail;
  private final Clock clock;

  ApiKeys(Database database, ApiKeyRepository repository, AuditTrail auditTrail, Clock clock) {
    this.database = database;
    this.repository = repository;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /** A new key with its secret text, which nobody can show again. */
  record Created(ApiKey key, String text) {

    @Override
    public String toString() {
      return "Created[id=%s]".formatted(key.id());
    }
  }

  public static boolean hasShape(String token) {
    return token.startsWith(PREFIX);
  }

  /** Whose key a token is; empty if it is none, expired or revoked. */
  public Optional<Caller> identify(String token, Origin origin) {
    return SecretToken.parse(token.substring(PREFIX.length()), 2)
        .flatMap(secret -> identify(secret, origin));
  }

  Created create(
      OrganizationId organization,
      String name,
      Role role,
      @Nullable Instant expiresAt,
      Caller.Person creator) {
    SecretToken secret = SecretToken.next(organization.value(), Ids.next());
    ApiKey key =
        new ApiKey(
            secret.ids().getLast(),
            name,
            role,
            secret.hash(),
            creator.email(),
            clock.instant(),
            expiresAt,
            null);
    database.useOrganization(
        organization,
        handle -> {
          repository.insert(organization, handle, key);
          auditTrail.record(
              handle,
              organization,
              creator.actor(),
              AuditEntry.of(AuditAction.API_KEY_CREATED).on(key.id(), name).with(audited(key)));
        });
    return new Created(key, PREFIX + secret.text());
  }

  void revoke(OrganizationId organization, UUID id, Caller.Person caller) {
    database.useOrganization(
        organization,
        handle -> {
          ApiKey known =
              repository.find(organization, handle, id).orElseThrow(ProblemException::notFound);
          repository.revoke(organization, handle, id, clock.instant());
          auditTrail.record(
              handle,
              organization,
              caller.actor(),
              AuditEntry.of(AuditAction.API_KEY_REVOKED)
                  .on(id, known.name())
                  .changing(audited(known), Map.of()));
        });
  }

  private Optional<Caller> identify(SecretToken secret, Origin origin) {
    OrganizationId organization = new OrganizationId(secret.ids().getFirst());
    Instant now = clock.instant();
    Optional<ApiKey> known =
        repository
            .find(organization, secret.ids().getLast())
            .filter(key -> secret.isRecognisedBy(key.secretHash()) && !key.isExpired(now));
    known.ifPresent(key -> tellUse(organization, key, now));
    return known.map(key -> new Caller.Key(organization, key.id(), key.name(), key.role(), origin));
  }

  private void tellUse(OrganizationId organization, ApiKey key, Instant now) {
    Instant told = key.lastUsedAt();
    if (told == null || told.plus(USE_TOLD_EVERY).isBefore(now)) {
      repository.used(organization, key.id(), now);
    }
  }

  private static Map<String, ?> audited(ApiKey key) {
    Map<String, Object> audited = new LinkedHashMap<>();
    audited.put("role", key.role());
    if (key.expiresAt() != null) {
      audited.put("expiresAt", key.expiresAt());
    }
    return audited;
  }
}
