package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file of as many webhooks as there may be. */
class ManyWebhooksTest {

  private static final int MAX = 500;

  private final Tenant tenant = Tenant.in(TestInlet.shared());
  private final WebhookFiles files = new WebhookFiles(TestInlet.shared(), tenant, "EDITOR");

  @Test
  void isPlannedAppliedAndFoundUnchanged() {
    JsonNode plan = files.plan(file(10));
    HttpResponse<String> created = files.apply(file(10), "LEAVE", plan);
    JsonNode again = files.plan(file(10));
    HttpResponse<String> changed = files.apply(file(11));

    assertThat(changes(plan)).containsOnly("CREATE").hasSize(MAX);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    assertThat(changes(again)).containsOnly("UNCHANGED").hasSize(MAX);
    assertThat(changes(Tenant.json(changed))).containsOnly("CHANGE").hasSize(MAX);
  }

  private static List<String> changes(JsonNode plan) {
    return plan.get("webhooks").findValuesAsText("change");
  }

  private static String file(int deadline) {
    return IntStream.range(0, MAX)
        .mapToObj(i -> webhook(i, deadline))
        .collect(Collectors.joining("", "version: 1\nwebhooks:\n", ""));
  }

  private static String webhook(int i, int deadline) {
    return """
        - name: Form %d
          deadlineSeconds: %d
          action:
            type: imis.activity
            mapping:
              - { field: ACTIVITY_TYPE, value: FORM%d }
              - { field: PartyId, value: $$id$$ }
              - { field: NOTE, value: Filled in by $$name$$ on $$filledInAt$$ }
              - { field: TRANSACTION_DATE, value: $$filledInAt$$ }
          schema:
            type: object
            properties:
              id: { type: string, maxLength: 10, pattern: '^[0-9]+$' }
              name: { type: string, maxLength: 100 }
              filledInAt: { type: string, format: date-time }
              answer: { type: string, enum: [yes, no, perhaps] }
              amount: { type: number, minimum: 0 }
              isMember: { type: boolean }
            required: [id]
      """
        .formatted(i, deadline, i);
  }
}
