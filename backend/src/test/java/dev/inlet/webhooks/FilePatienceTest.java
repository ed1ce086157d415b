package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.FilePlan.Others;
import dev.inlet.webhooks.file.FileSchema;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file of webhooks with panels, of an iMIS that takes its time to tell of them. */
class FilePatienceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final byte[] FILE =
      ("version: 1\nwebhooks:\n" + webhook("One") + webhook("Two"))
          .getBytes(StandardCharsets.UTF_8);

  private final TestInlet inlet = TestInlet.shared();
  private final Simulator imis = Simulator.start();
  private final Tenant tenant = Tenant.connected(inlet, imis);
  private final FilePlanner planner =
      new FilePlanner(
          inlet.bean(FileSchema.class),
          inlet.bean(InstalledWebhookRepository.class),
          inlet.bean(FileSteps.class),
          inlet.bean(WebhooksConfiguration.class),
          PATIENCE);
  private final FileApplication application =
      new FileApplication(
          inlet.bean(Database.class),
          planner,
          inlet.bean(InstalledWebhookRepository.class),
          inlet.bean(WebhookRepository.class),
          inlet.bean(WebhookVersionRepository.class),
          inlet.bean(WebhookChanges.class),
          inlet.bean(Verifications.class),
          inlet.bean(WebhookCatalog.class),
          inlet.bean(Clock.class));

  @AfterEach
  void stop() {
    imis.close();
  }

  @Test
  void isGivenUpWithNothingDoneAndGoesOnFromThereTheNextTime() {
    imis.set(s -> s.withFault(Fault.delay(Part.READ, PATIENCE.plusMillis(200))));

    assertThatThrownBy(this::apply)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.TOOK_TOO_LONG);
              assertThat(problem)
                  .hasMessageEndingWith(
                      "Try again in a moment: panels that were read are remembered.");
            });
    assertThat(webhooks()).isZero();

    assertThat(apply().changes()).isEqualTo(2);
    assertThat(webhooks()).isEqualTo(2);
  }

  private FilePlan apply() {
    return application.apply(
        tenant.organization(), FILE, Others.LEAVE, null, new Caller.Operator());
  }

  private int webhooks() {
    return Tenant.json(tenant.get("/webhooks")).get("items").size();
  }

  private static String webhook(String name) {
    return """
        - name: %s
          action:
            type: imis.panel
            panel: Volunteer_Interests
            mapping: [{ field: ID, value: "101" }, { field: Interest, value: Chess }]
          schema: { type: object }
      """
        .formatted(name);
  }
}
