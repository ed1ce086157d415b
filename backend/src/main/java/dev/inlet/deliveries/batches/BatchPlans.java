package dev.inlet.deliveries.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.deliveries.DeliveryFilter;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.PlannedReplay;
import dev.inlet.deliveries.ReplayProspects;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import dev.inlet.platform.time.Deadline;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Plans batches: looks at each delivery as a replay would, and settles what is replayed. */
@Singleton
class BatchPlans {

  private static final int OF_ORGANIZATION_MAX = 1;
  private static final int OF_ALL_MAX = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TIME_MAX = Duration.ofSeconds(25);

  /** Whoever plans another one has seen enough of the oldest. */
  private static final int PLANNED_MAX = 5;

  private final ReplayProspects prospects;
  private final BatchRepository batches;
  private final BatchStateRepository states;
  private final BatchedRepository deliveries;
  private final Database database;
  private final AuditTrail auditTrail;
  private final BatchConfiguration configuration;
  private final ObjectMapper json;
  private final Clock clock;
  private final Places places = new Places(OF_ORGANIZATION_MAX, OF_ALL_MAX, PATIENCE);

  BatchPlans(
      ReplayProspects prospects,
      BatchRepository batches,
      BatchStateRepository states,
      BatchedRepository deliveries,
      Database database,
      AuditTrail auditTrail,
      BatchConfiguration configuration,
      ObjectMapper json,
      Clock clock) {
    this.prospects = prospects;
    this.batches = batches;
    this.states = states;
    this.deliveries = deliveries;
    this.database = database;
    this.auditTrail = auditTrail;
    this.configuration = configuration;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Plans a batch; nothing is sent.
   *
   * @throws ProblemException if it is not clear what is meant, or that is too much
   */
  Batch plan(OrganizationId organization, BatchRequest request, Actor actor) {
    List<UUID> ids = request.deliveryIds();
    if ((ids == null) == (request.filter() == null)) {
      throw ProblemException.invalid("", "Name deliveries, or give a filter: one of the two.");
    }
    DeliveryFilter filter = request.filter() == null ? null : request.filter().meant();
    Plan plan =
        places.in(
            organization,
            () ->
                filter == null
                    ? named(organization, new LinkedHashSet<>(ids), request.isAsNow())
                    : found(organization, filter, request.isAsNow()));
    return database.inOrganization(
        organization, handle -> save(organization, handle, request, filter, plan, actor));
  }

  /**
   * What replaying would come to.
   *
   * @param gone how many are not there any more
   */
  private record Plan(List<PlannedReplay> planned, int gone) {}

  /** Retention may take one away while its id is on somebody's screen. */
  private Plan named(OrganizationId organization, Set<UUID> ids, boolean isAsNow) {
    List<PlannedReplay> planned = new ArrayList<>();
    prospects.forEach(
        ids.stream().map(id -> new DeliveryKey(organization, new DeliveryId(id))).toList(),
        isAsNow,
        Deadline.in(TIME_MAX),
        planned::add);
    if (planned.isEmpty()) {
      throw ProblemException.invalid("/deliveryIds", "None of these deliveries is there.");
    }
    return new Plan(planned, ids.size() - planned.size());
  }

  private Plan found(OrganizationId organization, DeliveryFilter filter, boolean isAsNow) {
    List<PlannedReplay> found = new ArrayList<>();
    prospects.forEach(
        organization,
        filter,
        isAsNow,
        Deadline.in(TIME_MAX),
        planned -> {
          found.add(planned);
          if (found.size() > configuration.deliveriesMax()) {
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE,
                "These are more than %,d deliveries. Narrow them, by a shorter period for example."
                    .formatted(configuration.deliveriesMax()));
          }
        });
    return new Plan(found, 0);
  }

  private Batch save(
      OrganizationId organization,
      Handle handle,
      BatchRequest request,
      @Nullable DeliveryFilter filter,
      Plan plan,
      Actor actor) {
    List<PlannedReplay> planned = plan.planned();
    states.lockAll(organization, handle);
    batches.listPlanned(organization, handle).stream()
        .skip(PLANNED_MAX - 1)
        .forEach(
            old -> {
              deliveries.delete(organization, handle, old);
              batches.delete(organization, handle, old);
            });
    Instant now = clock.instant();
    UUID id = Ids.at(now);
    batches.insert(
        organization,
        handle,
        id,
        request.isAsNow(),
        filter == null ? null : write(filter.told()),
        write(Impossible.of(planned, plan.gone())),
        actor.name(),
        now);
    deliveries.insert(organization, handle, id, planned);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("deliveries", planned.size());
    told.put("isAsNow", request.isAsNow());
    if (filter != null) {
      told.putAll(filter.told());
    }
    auditTrail.record(
        handle,
        organization,
        actor,
        AuditEntry.of(AuditAction.REPLAY_BATCH_PLANNED)
            .on(id, Batches.name(planned.size()))
            .with(told));
    return batches.find(organization, handle, id).orElseThrow();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A plan could not be written", e);
    }
  }
}
