package dev.inlet.actions.imis;

import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionField;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.FieldType;
import dev.inlet.actions.FieldValue;
import dev.inlet.actions.PreparedAction;
import dev.inlet.actions.RecordConversion;
import dev.inlet.actions.Search;
import dev.inlet.actions.TimeSpent;
import dev.inlet.connections.Connections;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.CallTimes;
import dev.inlet.imis.Entities;
import dev.inlet.imis.ImisException;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all insertions have in common: nothing is sent that does not fit, and all of it is told; the
 * contact is known before the record is written; what was written can be found again by the
 * delivery's id, if the definition has a field for it.
 */
abstract class PreparedInsertion implements PreparedAction {

  private static final String NOT_CONNECTED = "The organization has not connected its iMIS yet.";

  private final Supplier<Optional<LiveConnection>> connection;
  private final String entity;
  private final ActionField owner;
  private final List<ActionField> fields;
  private final InsertionOptions options;

  /**
   * Readies an insertion.
   *
   * @param entity what is inserted, as iMIS calls it
   * @param all the entity's fields
   * @param ownerField the field that says whose record it is
   */
  PreparedInsertion(
      Supplier<Optional<LiveConnection>> connection,
      String entity,
      List<ActionField> all,
      String ownerField,
      InsertionOptions options) {
    this.connection = connection;
    this.entity = entity;
    this.owner =
        all.stream().filter(field -> field.name().equals(ownerField)).findFirst().orElseThrow();
    this.fields = options.mapped(all, ownerField);
    this.options = options;
  }

  /** What is sent beside what is mapped, for an iMIS that keeps its dates in a zone. */
  Map<String, String> completed(Map<String, String> values, ZoneId zone) {
    return values;
  }

  /** The organization's connection, in turn with its other webhooks. */
  static Supplier<Optional<LiveConnection>> shared(
      Connections connections, OrganizationId organization, ActionSettings settings) {
    UUID webhook = settings.webhook();
    return webhook == null
        ? () -> connections.find(organization)
        : () -> connections.find(organization).map(live -> live.onBehalfOf(webhook));
  }

  /** Inserts a record that is sound, of a contact that is known. */
  abstract ActionResult insert(
      String contact, Map<String, FieldValue> values, LiveConnection live, Deadline deadline);

  /** What iMIS calls the record that it found; null if that says nothing. */
  abstract Search found(String identity);

  @Override
  public final ConvertedRecord convert(Map<String, String> values) {
    return convert(values, connection.get().map(LiveConnection::timeZone).orElse(ZoneOffset.UTC));
  }

  private ConvertedRecord convert(Map<String, String> values, ZoneId zone) {
    ConvertedRecord converted = RecordConversion.of(fields, completed(values, zone), zone);
    return EmailAddresses.checked(
        ImisDates.checked(fields, converted), owner.name(), options.contact().isByEmail());
  }

  @Override
  public final ActionResult execute(ActionCall call) {
    LiveConnection live = live(call.spent());
    if (live == null) {
      return ActionResult.failed(FailureReason.NOT_CONNECTED, NOT_CONNECTED);
    }
    ConvertedRecord converted = convert(call.values(), live.timeZone());
    if (!converted.isSound()) {
      return ActionResult.failed(FailureReason.MAPPING_FAILED, sentences(converted.problems()));
    }
    try {
      String contact = contact(converted, live, call.deadline());
      ActionResult result =
          insert(contact, record(converted, contact, call), live, call.deadline());
      return result.outcome() == ActionResult.Outcome.FAILED ? told(result, live) : result;
    } catch (ContactSearch.Failure e) {
      return told(ActionResult.failed(e.reason(), e.sentence()), live);
    }
  }

  private static ActionResult told(ActionResult failure, LiveConnection live) {
    return failure.notBefore(live.client().wantsCallsAt().orElse(null));
  }

  @Override
  public final Exchange masked(Exchange exchange, Set<String> untold) {
    return new MaskedExchange(untold, owner.name()).of(exchange);
  }

  @Override
  public final boolean findsContactBy(Set<String> fields) {
    return fields.stream().anyMatch(owner.name()::equalsIgnoreCase);
  }

  @Override
  public final boolean leavesReference() {
    return !options.referenceField().isEmpty();
  }

  @Override
  public final Search find(ActionCall call) {
    LiveConnection live = live(call.spent());
    if (live == null) {
      return new Search.Failed(FailureReason.NOT_CONNECTED, NOT_CONNECTED);
    }
    // By the reference alone: whose record it is may be somebody else's by now, by e-mail address
    // or
    // because contacts were merged.
    Map<String, String> wanted = Map.of(options.referenceField(), call.reference());
    try {
      List<String> found = new Entities(live.client()).find(entity, wanted, 1, call.deadline());
      return found.isEmpty() ? new Search.Absent() : found(found.getFirst());
    } catch (ImisException e) {
      return new Search.Failed(
          ImisInsertion.readReason(e.failure()),
          "Inlet could not look in iMIS for the record; nothing was written.");
    }
  }

  private @Nullable LiveConnection live(TimeSpent spent) {
    CallTimes times = new CallTimes(spent.waiting(), spent.signIn(), spent.calls());
    return connection.get().map(each -> each.timed(times)).orElse(null);
  }

  private String contact(ConvertedRecord converted, LiveConnection live, Deadline deadline)
      throws ContactSearch.Failure {
    String given =
        switch (converted.values().get(owner.name())) {
          case FieldValue.Text text -> text.value().strip();
          case FieldValue.Whole whole -> String.valueOf(whole.value());
          case null, default -> throw new IllegalStateException("No record is of nobody");
        };
    return new ContactSearch(live.client(), options.contact()).id(given, deadline);
  }

  private Map<String, FieldValue> record(
      ConvertedRecord converted, String contact, ActionCall call) {
    Map<String, FieldValue> values = new LinkedHashMap<>(converted.values());
    if (options.contact().isByEmail()) {
      values.put(owner.name(), ownerValue(contact));
    }
    if (leavesReference()) {
      values.put(options.referenceField(), new FieldValue.Text(call.reference()));
    }
    return values;
  }

  /** An ID is text, but a panel may hold it as a number. */
  private FieldValue ownerValue(String contact) {
    return owner.type() == FieldType.INTEGER && contact.matches("[0-9]{1,9}")
        ? new FieldValue.Whole(Integer.parseInt(contact))
        : new FieldValue.Text(contact);
  }

  private static String sentences(List<FieldProblem> problems) {
    return problems.stream().map(FieldProblem::message).collect(Collectors.joining(" "));
  }
}
