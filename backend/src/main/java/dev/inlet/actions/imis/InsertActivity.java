package dev.inlet.actions.imis;

import dev.inlet.actions.ActionDescription;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.Choice;
import dev.inlet.actions.ChoiceAction;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.PreparedAction;
import dev.inlet.actions.Reading;
import dev.inlet.actions.TargetUnreadableException;
import dev.inlet.connections.Connections;
import dev.inlet.connections.LiveConnection;
import dev.inlet.imis.ImisException;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Inserts an activity of a contact: {@code POST /api/Activity}. */
@Singleton
final class InsertActivity implements ChoiceAction {

  private static final ActionDescription DESCRIPTION =
      new ActionDescription(
          "imis.activity",
          "Insert an activity",
          false,
          null,
          InsertionOptions.ALL,
          ActivityFields.PARTY_ID,
          ActivityFields.ALL,
          List.of(ActivityFields.ACTIVITY_TYPE));

  private final Connections connections;
  private final ActivityTypeChoices activityTypes;
  private final Clock clock;

  InsertActivity(Connections connections, ActivityTypeChoices activityTypes, Clock clock) {
    this.connections = connections;
    this.activityTypes = activityTypes;
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
  public Reading<List<Choice>> choices(
      OrganizationId organization, String field, Freshness freshness)
      throws TargetUnreadableException {
    LiveConnection live =
        connections
            .find(organization)
            .orElseThrow(() -> Unreadable.notConnected(ActivityTypeChoices.WHAT));
    try {
      return activityTypes.of(live.client(), freshness);
    } catch (ImisException e) {
      throw Unreadable.because(e.failure(), ActivityTypeChoices.WHAT);
    }
  }

  @Override
  public PreparedAction prepare(OrganizationId organization, ActionSettings settings) {
    return new PreparedActivity(
        PreparedInsertion.shared(connections, organization, settings),
        new InsertionOptions(settings.options()),
        clock);
  }
}
