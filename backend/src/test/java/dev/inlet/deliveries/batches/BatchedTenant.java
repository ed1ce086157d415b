package dev.inlet.deliveries.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;

/** An organization that has deliveries of all kinds and replays several together. */
final class BatchedTenant {

  private final TestInlet inlet;
  private final Simulator imis;
  private final Tenant tenant;

  BatchedTenant(TestInlet inlet, Simulator imis) {
    this.inlet = inlet;
    this.imis = imis;
    this.tenant = Tenant.connected(inlet, imis);
  }

  Tenant tenant() {
    return tenant;
  }

  /** A webhook whose records carry the ids of their deliveries. */
  JsonNode referring() {
    ObjectNode definition = Definitions.sample();
    ((ObjectNode) definition.get("action")).putObject("options").put("referenceField", "UF_1");
    return tenant.createWebhook(definition);
  }

  String delivered(JsonNode webhook) {
    return id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
  }

  /** Deliveries that are surely not in iMIS. */
  List<String> failed(JsonNode webhook, int count) {
    imis.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).times(count)));
    return IntStream.range(0, count).mapToObj(i -> delivered(webhook)).toList();
  }

  /** A delivery whose answer from iMIS was lost. */
  String lost(JsonNode webhook, boolean isWritten) {
    Fault drop = Fault.drop(Part.INSERT);
    imis.set(s -> s.withFault((isWritten ? drop.afterWrite() : drop).once()));
    return delivered(webhook);
  }

  /** Has all that was sent arrived by now. */
  void quietFor10Minutes(String delivery) {
    Sql.execute(
        inlet,
        """
        SET ROLE inlet_journal;
        UPDATE deliveries SET deadline_at = now() - interval '10 minutes' WHERE delivery_id = '%s'
        """
            .formatted(delivery));
  }

  /** Changes rows of this organization past all of Inlet's code. */
  void change(String sql) {
    Sql.execute(
        inlet,
        "SET ROLE inlet_app; SELECT set_config('inlet.organization_id', '%s', false); %s"
            .formatted(tenant.organization(), sql));
  }

  List<String> rows(String query) {
    return Sql.rowsOf(tenant.organization(), inlet, query);
  }

  /** What retention does once a delivery is too old. */
  void forget(String delivery) {
    Sql.execute(
        inlet,
        """
        SET ROLE inlet_eraser; SELECT set_config('inlet.organization_id', '%s', false);
        DELETE FROM deliveries WHERE delivery_id = '%s'
        """
            .formatted(tenant.organization(), delivery));
  }

  JsonNode planned(List<String> deliveries, boolean isAsNow) {
    ObjectNode request = Tenant.JSON.createObjectNode().put("isAsNow", isAsNow);
    deliveries.forEach(request.putArray("deliveryIds")::add);
    return created(request);
  }

  JsonNode planned(String filter, boolean isAsNow) {
    ObjectNode request = Tenant.JSON.createObjectNode().put("isAsNow", isAsNow);
    request.set("filter", Definitions.read(filter));
    return created(request);
  }

  private JsonNode created(ObjectNode request) {
    HttpResponse<String> answer = tenant.post("/replay-batches", request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Tenant.json(answer);
  }

  JsonNode started(JsonNode batch, String... confirmed) {
    ObjectNode request = Tenant.JSON.createObjectNode();
    for (String each : confirmed) {
      request.put(each, true);
    }
    HttpResponse<String> answer = tenant.post(path(batch) + "/start", request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  JsonNode done(JsonNode batch, String... confirmed) {
    started(batch, confirmed);
    awaitState(batch, "DONE");
    return batch(batch);
  }

  HttpResponse<String> call(JsonNode batch, String operation) {
    return tenant.post(path(batch) + "/" + operation, null);
  }

  JsonNode batch(JsonNode batch) {
    return Tenant.json(tenant.get(path(batch)));
  }

  void awaitState(JsonNode batch, String state) {
    Await.until(() -> batch(batch).get("state").asText().equals(state));
  }

  /** How many of a batch stand somewhere. */
  int count(JsonNode batch, String progress) {
    return batch(batch).at("/progress/" + progress).asInt();
  }

  JsonNode deliveries(JsonNode batch) {
    return Tenant.json(tenant.get(path(batch) + "/deliveries?limit=200")).get("items");
  }

  /** The only delivery of a batch. */
  JsonNode only(JsonNode batch) {
    JsonNode deliveries = deliveries(batch);
    assertThat(deliveries).hasSize(1);
    return deliveries.get(0);
  }

  static String path(JsonNode batch) {
    return "/replay-batches/" + batch.get("id").asText();
  }

  static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }
}
