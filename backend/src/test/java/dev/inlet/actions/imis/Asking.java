package dev.inlet.actions.imis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionOptions;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.PreparedAction;
import dev.inlet.actions.Search;
import dev.inlet.actions.imis.ConformanceCase.Ask;
import dev.inlet.actions.imis.ConformanceCase.Connection;
import dev.inlet.actions.imis.ConformanceCase.Outcome;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.imis.ImisTestClients;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.SettableClock;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Asks Inlet for what a case says, of the iMIS at an address. */
final class Asking {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private final SettableClock clock = new SettableClock();
  private final Ask ask;
  private final Connection connection;
  private final ImisClient client;
  private final Deadline deadline;

  private Asking(ConformanceCase asked, URI server) {
    ask = asked.ask();
    connection = asked.connection();
    client = ImisTestClients.of(URI.create(server + connection.base()), clock);
    deadline = Deadline.in(ask.deadline());
  }

  static Outcome of(ConformanceCase asked, URI server) {
    Asking asking = new Asking(asked, server);
    try {
      return asking.outcome();
    } catch (ImisException e) {
      return Outcome.failed(ImisInsertion.reason(e.failure()), e.sentence());
    }
  }

  private Outcome outcome() throws ImisException {
    return switch (ask.what()) {
      case INSERT_ACTIVITY -> of(activity().execute(call()));
      case FIND_ACTIVITY -> of(activity().find(call()));
      case INSERT_PANEL_RECORD -> of(panelRecord().execute(call()));
      case FIND_PANEL_RECORD -> of(panelRecord().find(call()));
      case INSERT_BODY ->
          of(
              ImisInsertion.of(
                  client, ask.entityName(), Objects.requireNonNull(ask.body()).bytes(), deadline));
      case LIST_PANELS ->
          Outcome.succeeded(json(panels().list(client, Freshness.REMEMBERED).value()));
      case DESCRIBE_PANEL -> describedPanel();
      case LIST_ACTIVITY_TYPES ->
          Outcome.succeeded(
              json(new ActivityTypeChoices(clock).of(client, Freshness.REMEMBERED).value()));
      case TEST_CONNECTION -> {
        client.test(deadline);
        yield Outcome.succeeded(null);
      }
    };
  }

  private Outcome describedPanel() throws ImisException {
    return panels()
        .find(client, ask.entityName(), Freshness.REMEMBERED)
        .value()
        .map(panel -> Outcome.succeeded(json(panel)))
        .orElse(new Outcome("ABSENT", null, null, null, null));
  }

  private Panels panels() {
    return new Panels(clock);
  }

  private PreparedAction activity() {
    return new PreparedActivity(() -> Optional.of(live()), options(), clock);
  }

  private PreparedAction panelRecord() {
    return new PreparedPanelRecord(() -> Optional.of(live()), ask.panel(), options());
  }

  private LiveConnection live() {
    return new LiveConnection(client, connection.edition(), connection.timeZone());
  }

  private InsertionOptions options() {
    return new InsertionOptions(new ActionOptions(ask.options()));
  }

  private ActionCall call() {
    return new ActionCall(ask.values(), ask.reference(), deadline);
  }

  private static Outcome of(ActionResult result) {
    return new Outcome(
        result.outcome().name(), result.recordId(), result.reason(), result.error(), null);
  }

  private static Outcome of(Search search) {
    return switch (search) {
      case Search.Found found -> new Outcome("FOUND", found.recordId(), null, null, null);
      case Search.Absent _ -> new Outcome("ABSENT", null, null, null, null);
      case Search.Failed failed -> Outcome.failed(failed.reason(), failed.error());
    };
  }

  private static JsonNode json(Object read) {
    return MAPPER.valueToTree(read);
  }
}
