package dev.inlet.actions.imis;

import dev.inlet.actions.ActionDescription;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.PanelAction;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PanelName;
import dev.inlet.actions.PreparedAction;
import dev.inlet.actions.Reading;
import dev.inlet.actions.TargetUnreadableException;
import dev.inlet.connections.Connections;
import dev.inlet.connections.Edition;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.ImisException;
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
  private static final String WHAT = "panels";
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
        TYPE,
        LABEL,
        true,
        isPossible ? null : EMS_ONLY,
        InsertionOptions.ALL,
        null,
        List.of(),
        List.of());
  }

  @Override
  public Reading<List<PanelName>> panels(OrganizationId organization, Freshness freshness)
      throws TargetUnreadableException {
    LiveConnection live = connected(organization);
    try {
      return panels.list(live.client(), freshness);
    } catch (ImisException e) {
      throw Unreadable.because(e.failure(), WHAT);
    }
  }

  @Override
  public Reading<Optional<PanelDescription>> panel(
      OrganizationId organization, String name, Freshness freshness)
      throws TargetUnreadableException {
    LiveConnection live = connected(organization);
    try {
      return panels.find(live.client(), name, freshness);
    } catch (ImisException e) {
      throw Unreadable.because(e.failure(), WHAT);
    }
  }

  @Override
  public PreparedAction prepare(OrganizationId organization, ActionSettings settings) {
    return new PreparedPanelRecord(
        PreparedInsertion.shared(connections, organization, settings),
        Objects.requireNonNull(settings.panel()),
        new InsertionOptions(settings.options()));
  }

  private LiveConnection connected(OrganizationId organization) throws TargetUnreadableException {
    return connections.find(organization).orElseThrow(() -> Unreadable.notConnected(WHAT));
  }
}
