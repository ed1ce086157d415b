package dev.inlet.actions.imis;

import dev.inlet.actions.ActionDescription;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.ActionType;
import dev.inlet.actions.PreparedAction;
import dev.inlet.connections.Connections;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Inserts an activity of a contact: {@code POST /api/Activity}. */
@Singleton
final class InsertActivity implements ActionType {

  private static final ActionDescription DESCRIPTION =
      new ActionDescription(
          "imis.activity",
          "Insert an activity",
          false,
          null,
          InsertionOptions.ALL,
          ActivityFields.PARTY_ID,
          ActivityFields.ALL);

  private final Connections connections;
  private final Clock clock;

  InsertActivity(Connections connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public String type() {
    return DESCRIPTION.type();
  }

  @Override
  public ActionDescription describe(OrganizationId organization) {
    return DESCRIPTION;
  }

  @Override
  public PreparedAction prepare(OrganizationId organization, ActionSettings settings) {
    return new PreparedActivity(
        PreparedInsertion.shared(connections, organization, settings),
        new InsertionOptions(settings.options()),
        clock);
  }
}
