package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was in too many deliveries to carry their places about, none of them new. */
class OldTermsApiTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final int DAYS = 4;
  private static final int OF_A_DAY = 4_000;

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @BeforeEach
  void deliver() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    tenant.deliver(webhook, "{\"firstName\":\"campaign\"}");
    for (int days = 2; days < 2 + DAYS; days++) {
      CopiedDeliveries.daysAgo(tenant, days, OF_A_DAY);
    }
    tenant.deliver(webhook, "{\"firstName\":\"other\"}");
  }

  @Test
  void everyOneIsOnOnePageDownTheLogAndOnOneUpAgain() {
    List<String> down = new ArrayList<>();
    JsonNode page = list("");
    down.addAll(ids(page));
    while (page.hasNonNull("nextCursor")) {
      page = list("&cursor=" + page.get("nextCursor").asText());
      down.addAll(ids(page));
    }
    List<String> up = new ArrayList<>(ids(page).reversed());
    while (page.hasNonNull("previousCursor")) {
      page = list("&cursor=" + page.get("previousCursor").asText());
      up.addAll(ids(page).reversed());
    }

    assertThat(down).hasSize(DAYS * OF_A_DAY + 1).doesNotHaveDuplicates();
    assertThat(up.reversed()).isEqualTo(down);
  }

  @Test
  void theirNumberIsEstimatedAndThatOfFewAmongThemIsExact() {
    JsonNode all = count("");
    JsonNode narrowed = count("&outcome=SUCCEEDED");

    assertThat(all.get("isEstimate").asBoolean()).isTrue();
    assertThat(all.get("count").asInt()).isCloseTo(DAYS * OF_A_DAY, Percentage.withPercentage(15));
    assertThat(narrowed.get("isEstimate").asBoolean()).isFalse();
    assertThat(narrowed.get("count").asInt()).isZero();
  }

  private JsonNode list(String more) {
    return Tenant.json(tenant.get("/deliveries?limit=200&q=campaign" + more));
  }

  private JsonNode count(String more) {
    return Tenant.json(tenant.get("/deliveries/count?q=campaign" + more));
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").findValuesAsText("id");
  }
}
