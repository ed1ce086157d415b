package dev.inlet.webhooks;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.verification.Verification;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes what is demanded of a webhook's senders. Secrets go in and never out. */
@Singleton
class Verifications {

  private final Database database;
  private final VerificationRepository repository;
  private final Verifiers verifiers;
  private final WebhookCatalog catalog;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Verifications(
      Database database,
      VerificationRepository repository,
      Verifiers verifiers,
      WebhookCatalog catalog,
      AuditTrail auditTrail,
      Clock clock) {
    this.database = database;
    this.repository = repository;
    this.verifiers = verifiers;
    this.catalog = catalog;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * What somebody wants to be demanded.
   *
   * @param secret null if the stored one is to stay
   * @param overlap for how long a secret that is replaced counts, too
   */
  record Wanted(Verification verification, @Nullable String secret, Duration overlap) {

    @Override
    public String toString() {
      return "Wanted[verification=%s]".formatted(verification);
    }
  }

  StoredVerification find(OrganizationId organization, WebhookId webhook) {
    return database.inOrganization(
        organization,
        handle -> {
          WebhookLock.require(organization, handle, webhook);
          return stored(organization, handle, webhook);
        });
  }

  StoredVerification save(
      OrganizationId organization, WebhookId webhook, Wanted wanted, Caller caller) {
    List<FieldError> errors = VerificationCheck.errors(wanted.verification(), wanted.secret());
    if (!errors.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, errors.getFirst().detail(), errors);
    }
    StoredVerification saved =
        database.inOrganization(
            organization, handle -> save(organization, handle, webhook, wanted, caller));
    catalog.changed("webhook_verifications", organization);
    return saved;
  }

  private StoredVerification save(
      OrganizationId organization, Handle handle, WebhookId webhook, Wanted wanted, Caller caller) {
    String name = WebhookLock.hold(organization, handle, webhook);
    StoredVerification known = stored(organization, handle, webhook);
    Verification verification = wanted.verification();
    if (verification.isOpen()) {
      repository.delete(organization, handle, webhook);
    } else {
      Instant now = clock.instant();
      repository.save(organization, handle, webhook, verification, now);
      saveSecret(organization, handle, webhook, known, wanted, now);
    }
    StoredVerification saved = stored(organization, handle, webhook);
    Map<String, ?> before = audited(known, "set");
    Map<String, ?> after = audited(saved, wanted.secret() == null ? "set" : "changed");
    record(organization, handle, webhook, name, before, after, caller);
    return saved;
  }

  /**
   * Demands something by the secret that is stored, within somebody's transaction. Where none is,
   * nobody is let through until it is set.
   */
  void demand(
      OrganizationId organization,
      Handle handle,
      WebhookId webhook,
      Verification verification,
      Caller caller) {
    String name = WebhookLock.hold(organization, handle, webhook);
    StoredVerification known = stored(organization, handle, webhook);
    if (verification.equals(known.verification())) {
      return;
    }
    if (verification.isOpen()) {
      repository.delete(organization, handle, webhook);
    } else {
      repository.save(organization, handle, webhook, verification, clock.instant());
      if (!verification.takesSecretOf(known.verification())) {
        repository.deleteSecrets(organization, handle, webhook, false);
      }
    }
    Map<String, ?> after = audited(stored(organization, handle, webhook), "set");
    record(organization, handle, webhook, name, audited(known, "set"), after, caller);
  }

  private void saveSecret(
      OrganizationId organization,
      Handle handle,
      WebhookId webhook,
      StoredVerification known,
      Wanted wanted,
      Instant now) {
    Verification verification = wanted.verification();
    String secret = wanted.secret();
    boolean goesOn =
        verification.scheme() == known.verification().scheme() && known.current() != null;
    if (secret == null) {
      requireSecret(verification, known);
    } else {
      // Only two at once: one that was replaced before is forgotten.
      boolean overlaps = goesOn && wanted.overlap().isPositive();
      repository.deleteSecrets(organization, handle, webhook, overlaps);
      repository.expireSecret(organization, handle, webhook, now.plus(wanted.overlap()));
      repository.insertSecret(organization, handle, webhook, verification.kept(secret), now, null);
    }
    if (!goesOn && secret == null) {
      repository.deleteSecrets(organization, handle, webhook, false);
    }
  }

  private static void requireSecret(Verification verification, StoredVerification known) {
    boolean isKept = known.current() != null && verification.takesSecretOf(known.verification());
    if (verification.needsSecret() && !isKept) {
      throw ProblemException.invalid(
          "/secret", "Give the secret that senders prove themselves by.");
    }
  }

  /** Ends the secret that was replaced, if it still counts. */
  StoredVerification endOldSecret(OrganizationId organization, WebhookId webhook, Caller caller) {
    StoredVerification left =
        database.inOrganization(
            organization,
            handle -> {
              String name = WebhookLock.hold(organization, handle, webhook);
              StoredVerification known = stored(organization, handle, webhook);
              repository.deleteSecrets(organization, handle, webhook, true);
              if (known.oldSecretUntil(clock.instant()) != null) {
                record(
                    organization,
                    handle,
                    webhook,
                    name,
                    audited(known, "set"),
                    audited(stored(organization, handle, webhook), "set"),
                    caller);
              }
              return stored(organization, handle, webhook);
            });
    catalog.changed("webhook_secrets", organization);
    return left;
  }

  /** Has a copy of a webhook demand what the original does, by the secret that counts there. */
  void copy(OrganizationId organization, Handle handle, WebhookId original, WebhookId copy) {
    StoredVerification known = stored(organization, handle, original);
    if (known.verification().isOpen()) {
      return;
    }
    Instant now = clock.instant();
    repository.save(organization, handle, copy, known.verification(), now);
    StoredSecret current = known.current();
    if (current != null) {
      String secret = verifiers.open(organization, handle, current);
      repository.insertSecret(organization, handle, copy, secret, now, null);
    }
  }

  private StoredVerification stored(OrganizationId organization, Handle handle, WebhookId webhook) {
    return repository.find(organization, handle, webhook).orElse(StoredVerification.OPEN);
  }

  private void record(
      OrganizationId organization,
      Handle handle,
      WebhookId webhook,
      String name,
      Map<String, ?> before,
      Map<String, ?> after,
      Caller caller) {
    if (before.equals(after)) {
      return;
    }
    auditTrail.record(
        handle,
        organization,
        caller.actor(),
        AuditEntry.of(AuditAction.WEBHOOK_VERIFICATION_CHANGED)
            .on(webhook, name)
            .changing(before, after));
  }

  private Map<String, ?> audited(StoredVerification stored, String secret) {
    Verification verification = stored.verification();
    Map<String, Object> audited = new LinkedHashMap<>();
    audited.put("scheme", verification.scheme());
    put(audited, "header", verification.header());
    put(audited, "algorithm", verification.algorithm());
    put(audited, "encoding", verification.encoding());
    put(audited, "prefix", verification.prefix());
    put(audited, "user", verification.user());
    put(audited, "secret", stored.current() == null ? null : secret);
    put(audited, "oldSecretUntil", stored.oldSecretUntil(clock.instant()));
    put(audited, "networks", verification.networks().isEmpty() ? null : verification.networks());
    return audited;
  }

  private static void put(Map<String, Object> audited, String name, @Nullable Object value) {
    if (value != null) {
      audited.put(name, value);
    }
  }
}
