package dev.inlet.offboarding;

import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.http.Download;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exports of organizations. Each organization has one at a time on a node, so that nobody's exports
 * take the time of everybody else.
 */
@Singleton
class Exports {

  private static final MediaType ZIP = new MediaType("application/zip");

  private final OrganizationRepository organizations;
  private final Archive archive;
  private final AuditTrail auditTrail;
  private final Clock clock;
  private final Set<OrganizationId> underWay = ConcurrentHashMap.newKeySet();

  Exports(
      OrganizationRepository organizations, Archive archive, AuditTrail auditTrail, Clock clock) {
    this.organizations = organizations;
    this.archive = archive;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * Begins an export. It stands in the audit trail before its first byte is written.
   *
   * @throws ProblemException if one of this organization is under way
   */
  HttpResponse<InputStream> begin(OrganizationId id, Caller caller) {
    Organization organization = organizations.find(id).orElseThrow(ProblemException::notFound);
    if (!underWay.add(id)) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE,
          "An export of this organization is under way; begin another one when it has ended.");
    }
    try {
      auditTrail.record(
          id,
          caller.actor(),
          AuditEntry.of(AuditAction.ORGANIZATION_EXPORTED).on(id, organization.name()));
    } catch (RuntimeException e) {
      underWay.remove(id);
      throw e;
    }
    Instant now = clock.instant();
    return Download.of(fileName(organization, now), ZIP, out -> write(organization, now, out));
  }

  private void write(Organization organization, Instant at, OutputStream out) throws IOException {
    try {
      archive.write(organization, at, out);
    } finally {
      underWay.remove(organization.id());
    }
  }

  private static String fileName(Organization organization, Instant at) {
    return "inlet-%s-%s.zip"
        .formatted(organization.slug(), LocalDate.ofInstant(at, ZoneOffset.UTC));
  }
}
