package dev.inlet.connections;

import dev.inlet.connections.ConnectionTests.TestResponse;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.OutboundGuard;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/connection")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Connection")
class ConnectionController {

  private static final int CONCURRENT_CALLS_DEFAULT = 4;

  private final ConnectionRepository repository;
  private final Connections connections;
  private final ConnectionTests tests;
  private final OutboundGuard guard;
  private final Database database;
  private final AuditTrail auditTrail;
  private final Clock clock;

  ConnectionController(
      ConnectionRepository repository,
      Connections connections,
      ConnectionTests tests,
      OutboundGuard guard,
      Database database,
      AuditTrail auditTrail,
      Clock clock) {
    this.repository = repository;
    this.database = database;
    this.auditTrail = auditTrail;
    this.connections = connections;
    this.tests = tests;
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * Shows the connection to iMIS; its password is never shown. An organization that has not
   * connected its iMIS yet is no mistake: 204.
   */
  @Get
  @RequiresPermission(Permission.VIEW_CONNECTION)
  HttpResponse<ConnectionResponse> getConnection(@PathVariable OrganizationId organizationId) {
    return repository
        .find(organizationId)
        .map(connection -> HttpResponse.ok(response(organizationId, connection)))
        .orElseGet(HttpResponse::noContent);
  }

  /**
   * Sets the connection to iMIS. A password that is left out stays what it was, unless the address
   * or the user changes.
   */
  @Put
  @RequiresPermission(Permission.EDIT_CONNECTION)
  ConnectionResponse updateConnection(
      @PathVariable OrganizationId organizationId,
      @Valid @Body ConnectionRequest request,
      @Parameter(hidden = true) Caller caller) {
    Connection saved =
        database.inOrganization(
            organizationId, handle -> save(organizationId, handle, request, caller));
    connections.changed("connections", organizationId);
    return response(organizationId, saved);
  }

  private ConnectionResponse response(OrganizationId organization, Connection connection) {
    return ConnectionResponse.of(
        connection, repository.credentialsFailingSince(organization).orElse(null));
  }

  private Connection save(
      OrganizationId organization, Handle handle, ConnectionRequest request, Caller caller) {
    Optional<Connection> known = repository.findForUpdate(organization, handle);
    Connection changed = connection(request, known);
    if (!repository.save(organization, handle, changed, request.password())) {
      throw ProblemException.invalid("/password", "Give the password for this address and user.");
    }
    AuditEntry entry = entry(known, changed, request.password() != null);
    auditTrail.record(handle, organization, caller.actor(), entry);
    return changed;
  }

  /** Signs in to iMIS and reads one contact, to see whether address, credentials and role work. */
  @Post("/test")
  @RequiresPermission(Permission.TEST_CONNECTION)
  TestResponse testConnection(
      @PathVariable OrganizationId organizationId, @Parameter(hidden = true) Caller caller) {
    LiveConnection connection =
        connections
            .find(organizationId)
            .orElseThrow(() -> new ProblemException(ProblemType.CONNECTION_REQUIRED));
    TestResponse found = tests.test(organizationId, connection);
    auditTrail.record(
        organizationId,
        caller.actor(),
        AuditEntry.of(AuditAction.CONNECTION_TESTED).with(Map.of("works", found.works())));
    return found;
  }

  private static AuditEntry entry(
      Optional<Connection> known, Connection changed, boolean isPasswordGiven) {
    return AuditEntry.of(AuditAction.CONNECTION_CHANGED)
        .on(changed.id(), changed.baseUrl().toString())
        .changing(
            known.map(connection -> audited(connection, "set")).orElse(Map.of()),
            audited(changed, isPasswordGiven ? "changed" : "set"));
  }

  private static Map<String, ?> audited(Connection connection, String password) {
    return Map.of(
        "edition", connection.edition(),
        "baseUrl", connection.baseUrl(),
        "username", connection.username(),
        "password", password,
        "timeZone", connection.timeZone(),
        "concurrentCallsMax", connection.concurrentCallsMax());
  }

  private Connection connection(ConnectionRequest request, Optional<Connection> known) {
    Edition edition =
        Edition.named(request.edition())
            .orElseThrow(() -> ProblemException.invalid("/edition", "The edition is EMS or 2017."));
    int calls = Optional.ofNullable(request.concurrentCallsMax()).orElse(CONCURRENT_CALLS_DEFAULT);
    return new Connection(
        known.map(Connection::id).orElseGet(Ids::next),
        edition,
        BaseUrl.parse(request.baseUrl(), guard),
        request.username(),
        zone(request.timeZone()),
        calls,
        known.map(Connection::updatedAt).map(this::after).orElseGet(clock::instant));
  }

  /** Now, but later: two changes are told apart by it, however fast they follow each other. */
  private Instant after(Instant earlier) {
    Instant now = clock.instant();
    return now.isAfter(earlier) ? now : earlier.plusMillis(1);
  }

  private static ZoneId zone(String name) {
    try {
      ZoneId zone = ZoneId.of(name);
      if (ZoneId.getAvailableZoneIds().contains(name)) {
        return zone;
      }
    } catch (DateTimeException e) {
      // Not a zone: the same remedy as for an offset.
    }
    throw ProblemException.invalid("/timeZone", "Name a time zone such as America/New_York.");
  }

  /**
   * An iMIS and how to sign in to it.
   *
   * @param edition {@code EMS} or {@code 2017}
   * @param baseUrl its address; with the path of the instance for iMIS 2017
   * @param username a user with the RemoteService role
   * @param password written, never read back; null keeps the stored one
   * @param timeZone the zone iMIS keeps its dates in, such as America/New_York
   * @param concurrentCallsMax calls under way at once; 4 if left out
   */
  @Introspected
  @Schema(name = "ConnectionRequest")
  record ConnectionRequest(
      @NotBlank(message = "Choose an edition.") String edition,
      @NotBlank(message = "Give the address of your iMIS.") String baseUrl,
      @NotBlank(message = "Give the user name.")
          @Size(max = 200, message = "A user name has at most 200 characters.")
          String username,
      @Nullable @Size(min = 1, max = 500, message = "A password has 1 to 500 characters.")
          String password,
      @NotBlank(message = "Choose the time zone of your iMIS.") String timeZone,
      @Nullable @Min(1) @Max(64) Integer concurrentCallsMax) {

    @Override
    public String toString() {
      return "ConnectionRequest[baseUrl=%s]".formatted(baseUrl);
    }
  }

  /**
   * The connection, its password aside.
   *
   * @param passwordSet always true: there is no connection without one
   * @param credentialsFailingSince since when iMIS refuses user name and password; null if it does
   *     not, as far as is known
   */
  @Introspected
  @Schema(name = "ConnectionResponse")
  record ConnectionResponse(
      Edition edition,
      URI baseUrl,
      String username,
      boolean passwordSet,
      String timeZone,
      int concurrentCallsMax,
      Instant updatedAt,
      @Nullable Instant credentialsFailingSince) {

    static ConnectionResponse of(Connection connection, @Nullable Instant credentialsFailingSince) {
      return new ConnectionResponse(
          connection.edition(),
          connection.baseUrl(),
          connection.username(),
          true,
          connection.timeZone().getId(),
          connection.concurrentCallsMax(),
          connection.updatedAt(),
          credentialsFailingSince);
    }
  }
}
