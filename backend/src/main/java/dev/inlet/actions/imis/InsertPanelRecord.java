package dev.inlet.actions.imis;

import dev.inlet.actions.ActionDescription;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.PanelAction;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PanelName;
import dev.inlet.actions.PanelsUnreadableException;
import dev.inlet.actions.PreparedAction;
import dev.inlet.connections.Connections;
import dev.inlet.connections.Edition;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.ImisException;
import dev.inlet.imis.ImisFailure;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Inserts a record into a panel that contacts may have any number of records in: {@code POST
 * /api/Panel_Name}. For iMIS EMS only.
 */
@Singleton
final class InsertPanelRecord implements PanelAction {

  static final String EMS_ONLY =
      "Panels need iMIS EMS; the connection says that this iMIS is 2017, which takes activities only.";

  private static final String TYPE = "imis.panel";
  private static final String LABEL = "Insert a panel record";

  private final Connections connections;
  private final Panels panels;

  InsertPanelRecord(Connections connections, Panels panels) {
    this.connections = connections;
    this.panels = panels;
  }

  /** Whether an iMIS has panels that Inlet can write to. */
  static boolean isPossible(LiveConnection live) {
    return live.edition() == Edition.EMS;
  }

  @Override
  public String type() {
    return TYPE;
  }

  /** Without a connection nothing speaks against it yet. */
  @Override
  public ActionDescription describe(OrganizationId organization) {
    boolean isPossible = connections.find(organization).map(live -> isPossible(live)).orElse(true);
    return new ActionDescription(
        TYPE, LABEL, true, isPossible ? null : EMS_ONLY, InsertionOptions.ALL, null, List.of());
  }

  @Override
  public List<PanelName> panels(OrganizationId organization) throws PanelsUnreadableException {
    LiveConnection live = connected(organization);
    try {
      return panels.list(live.client());
    } catch (ImisException e) {
      throw unreadable(e.failure());
    }
  }

  @Override
  public Optional<PanelDescription> panel(OrganizationId organization, String name)
      throws PanelsUnreadableException {
    LiveConnection live = connected(organization);
    try {
      return panels.find(live.client(), name);
    } catch (ImisException e) {
      throw unreadable(e.failure());
    }
  }

  @Override
  public PreparedAction prepare(OrganizationId organization, ActionSettings settings) {
    return new PreparedPanelRecord(
        PreparedInsertion.shared(connections, organization, settings),
        Objects.requireNonNull(settings.panel()),
        new InsertionOptions(settings.options()));
  }

  private LiveConnection connected(OrganizationId organization) throws PanelsUnreadableException {
    return connections
        .find(organization)
        .orElseThrow(
            () ->
                new PanelsUnreadableException(
                    FailureReason.NOT_CONNECTED,
                    "Connect the organization to iMIS first: panels are read from there."));
  }

  private static PanelsUnreadableException unreadable(ImisFailure failure) {
    return new PanelsUnreadableException(ImisInsertion.reason(failure), advice(failure));
  }

  private static String advice(ImisFailure failure) {
    return switch (failure) {
      case ADDRESS_NOT_ALLOWED, UNREACHABLE, NO_ANSWER ->
          "The panels could not be read because iMIS did not answer. Check that it is up, and test the connection.";
      case CREDENTIALS_REFUSED, NOT_AUTHENTICATED ->
          "The panels could not be read because iMIS refused the user name or password. Correct them in the connection.";
      case NOT_PERMITTED ->
          "The panels could not be read because the connection's user may not see them. Give it the RemoteService role in iMIS.";
      case THROTTLED, BUSY ->
          "The panels could not be read because iMIS is busy. Try again in a minute.";
      case UNAVAILABLE, SERVER_ERROR, CONFLICT, TOO_LARGE ->
          "The panels could not be read because iMIS is not working properly right now. Try again later.";
      case RECORD_REFUSED, NOT_FOUND, NOT_IMIS, UNREADABLE_ANSWER ->
          "The panels could not be read because iMIS answered with something else. Test the connection.";
    };
  }
}
