package dev.inlet.alerts;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Creates, changes, tests and deletes endpoints. */
@Singleton
class Endpoints {

  private static final int ENDPOINTS_MAX = 10;
  private static final int SECRET_BYTES = 32;

  /** For how long a secret that was replaced is good, too. */
  private static final Duration OVERLAP = Duration.ofHours(24);

  private final EndpointRepository endpoints;
  private final Messages messages;
  private final MessageRepository sent;
  private final MessageSender sender;
  private final Database database;
  private final AuditTrail auditTrail;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Places tests = new Places(2, 16, Duration.ofSeconds(2));

  Endpoints(
      EndpointRepository endpoints,
      Messages messages,
      MessageRepository sent,
      MessageSender sender,
      Database database,
      AuditTrail auditTrail,
      Clock clock) {
    this.endpoints = endpoints;
    this.messages = messages;
    this.sent = sent;
    this.sender = sender;
    this.database = database;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /** An endpoint with its new secret, which nobody can show again. */
  record WithSecret(Endpoint endpoint, String secret) {

    @Override
    public String toString() {
      return "WithSecret[id=%s]".formatted(endpoint.id());
    }
  }

  WithSecret create(OrganizationId organization, URI url, Caller caller) {
    Instant now = clock.instant();
    String secret = secret();
    Endpoint endpoint = new Endpoint(Ids.next(), url, caller.actor().name(), now, null, null, null);
    database.useOrganization(
        organization,
        handle -> {
          if (endpoints.list(organization, handle).size() >= ENDPOINTS_MAX) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE,
                "There are %d addresses already.".formatted(ENDPOINTS_MAX));
          }
          endpoints.insert(organization, handle, endpoint);
          endpoints.addSecret(organization, handle, endpoint.id(), secret, now, now);
          auditTrail.record(
              handle,
              organization,
              caller.actor(),
              entry(AuditAction.ALERT_ENDPOINT_CREATED, endpoint).with(audited(endpoint)));
        });
    return new WithSecret(endpoint, secret);
  }

  /** Changes the address, or whether it gets messages. */
  Endpoint update(OrganizationId organization, UUID id, URI url, boolean isOn, Caller caller) {
    return database.inOrganization(
        organization,
        handle -> {
          Endpoint known = findForUpdate(organization, handle, id);
          Endpoint changed = changed(known, url, isOn);
          endpoints.update(organization, handle, changed);
          auditTrail.record(
              handle,
              organization,
              caller.actor(),
              entry(AuditAction.ALERT_ENDPOINT_CHANGED, changed)
                  .changing(audited(known), audited(changed)));
          return changed;
        });
  }

  void delete(OrganizationId organization, UUID id, Caller caller) {
    database.useOrganization(
        organization,
        handle -> {
          Endpoint known = findForUpdate(organization, handle, id);
          endpoints.delete(organization, handle, id);
          auditTrail.record(
              handle,
              organization,
              caller.actor(),
              entry(AuditAction.ALERT_ENDPOINT_DELETED, known).changing(audited(known), Map.of()));
        });
  }

  /** Makes a new secret; messages are signed with the one before, too, for a day. */
  WithSecret renewSecret(OrganizationId organization, UUID id, Caller caller) {
    Instant now = clock.instant();
    String secret = secret();
    return database.inOrganization(
        organization,
        handle -> {
          Endpoint known = findForUpdate(organization, handle, id);
          endpoints.addSecret(organization, handle, id, secret, now, now.plus(OVERLAP));
          auditTrail.record(
              handle,
              organization,
              caller.actor(),
              entry(AuditAction.ALERT_ENDPOINT_SECRET_RENEWED, known)
                  .changing(Map.of("secret", "set"), Map.of("secret", "changed")));
          return new WithSecret(endpoints.find(organization, handle, id).orElseThrow(), secret);
        });
  }

  /** Sends a message that says it is a test, once, and gives what became of it. */
  Message test(OrganizationId organization, UUID id, Caller caller) {
    return tests.in(organization, () -> sendTest(organization, id, caller));
  }

  private Message sendTest(OrganizationId organization, UUID id, Caller caller) {
    Instant until = clock.instant().plus(MessageWorker.CLAIM_LIFE);
    UUID message =
        database.inOrganization(
            organization,
            handle -> {
              Endpoint known = findForUpdate(organization, handle, id);
              if (known.disabledAt() != null) {
                throw new ProblemException(
                    ProblemType.NOT_POSSIBLE, "It is switched off; switch it on first.");
              }
              auditTrail.record(
                  handle,
                  organization,
                  caller.actor(),
                  entry(AuditAction.ALERT_ENDPOINT_TESTED, known));
              return messages.putTest(organization, handle, id, until);
            });
    sender.sendOnce(organization, id, message);
    return database.inOrganization(
        organization,
        handle -> sent.find(organization, handle, message).orElseThrow(ProblemException::notFound));
  }

  private Endpoint changed(Endpoint known, URI url, boolean isOn) {
    boolean wasOn = known.disabledAt() == null;
    Instant disabledAt = wasOn ? clock.instant() : known.disabledAt();
    Endpoint.Reason because = wasOn ? Endpoint.Reason.SWITCHED_OFF : known.disabledBecause();
    return new Endpoint(
        known.id(),
        url,
        known.createdBy(),
        known.createdAt(),
        isOn ? null : disabledAt,
        isOn ? null : because,
        known.oldSecretUntil());
  }

  private Endpoint findForUpdate(OrganizationId organization, Handle handle, UUID id) {
    return endpoints
        .findForUpdate(organization, handle, id)
        .orElseThrow(ProblemException::notFound);
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  private static AuditEntry entry(AuditAction action, Endpoint endpoint) {
    return AuditEntry.of(action).on(endpoint.id(), endpoint.url().getHost());
  }

  private static Map<String, ?> audited(Endpoint endpoint) {
    return Map.of("url", endpoint.url().toString(), "isOn", endpoint.disabledAt() == null);
  }
}
