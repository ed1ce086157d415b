package dev.inlet.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.Founding;
import dev.inlet.organizations.Slug;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** An organization with a connection to a simulated iMIS, and its owner. */
public final class Tenant {

  private static final String PASSWORD = "a password for benchmarks";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the product description. */
  private static final String SAMPLE =
      """
      {"name": "Sample",
       "schema": {"type": "object",
         "properties": {
           "firstName": {"type": "string"}, "lastName": {"type": "string"},
           "date": {"type": "string", "format": "date"}, "dateTime": {"type": "string", "format": "date-time"},
           "count": {"type": "integer"}, "amount": {"type": "number"}},
         "required": ["firstName", "lastName", "date"]},
       "action": {"type": "imis.activity", "mapping": [
         {"field": "ACTIVITY_TYPE", "value": "TEST"},
         {"field": "PartyId", "value": "101"},
         {"field": "CATEGORY", "value": "DATE:$$date$$"},
         {"field": "NOTE", "value": "First name: $$firstName$$, Last name: $$lastName$$"},
         {"field": "TRANSACTION_DATE", "value": "$$dateTime$$"}]}}
      """;

  private final Caller owner;
  private final String path;

  private Tenant(Caller owner, String path) {
    this.owner = owner;
    this.path = path;
  }

  /** In the node's own process. */
  public static Tenant found(Node node, String slug, int imisPort)
      throws IOException, InterruptedException {
    return found(node, slug, Imis.simulated(imisPort));
  }

  /** The same with whatever iMIS. */
  public static Tenant found(Node node, String slug, Imis imis)
      throws IOException, InterruptedException {
    var organization =
        node.bean(Founding.class)
            .found(slug, new Slug(slug), new Founding.Owner("Olive", email(slug), PASSWORD));
    Caller owner = Caller.signIn(node.url(), email(slug), PASSWORD);
    return connected(owner, organization.toString(), imis);
  }

  /** As its people do it, at a node of whichever build. */
  public static Tenant signUp(URI node, String slug, int imisPort)
      throws IOException, InterruptedException {
    Caller owner = Caller.signUp(node, slug, email(slug), PASSWORD);
    JsonNode me = owner.get("/api/me");
    return connected(
        owner, me.at("/memberships/0/organizationId").asText(), Imis.simulated(imisPort));
  }

  private static String email(String slug) {
    return slug + "@inlet.example";
  }

  private static Tenant connected(Caller owner, String organization, Imis imis)
      throws IOException, InterruptedException {
    String path = "/api/organizations/" + organization;
    owner.put(
        path + "/connection",
        Map.of(
            "edition", "EMS",
            "baseUrl", imis.baseUrl().toString(),
            "username", imis.username(),
            "password", imis.password(),
            "timeZone", "America/New_York",
            "concurrentCallsMax", imis.callsMax()));
    return new Tenant(owner, path);
  }

  /**
   * A new webhook, which takes a {@code number} and writes it into an activity.
   *
   * @param acknowledgement {@code AFTER_ACTION} or {@code ON_RECEIPT}
   * @return the path of its open URL
   */
  public String webhook(String name, String acknowledgement)
      throws IOException, InterruptedException {
    return create(definition(name, acknowledgement));
  }

  /** The same, of one that acknowledges on receipt and keeps the order. */
  public String webhookInOrder(String name) throws IOException, InterruptedException {
    ObjectNode definition = definition(name, "ON_RECEIPT");
    definition.putObject("queue").put("retryForSeconds", 86_400).put("isInOrder", true);
    return create(definition);
  }

  /** A webhook of the sample schema, which writes an activity with a note. */
  public static ObjectNode sample() throws JsonProcessingException {
    return (ObjectNode) JSON.readTree(SAMPLE);
  }

  /** What its owner sees at a path below the organization's. */
  public JsonNode get(String below) throws IOException, InterruptedException {
    return owner.get(path + below);
  }

  /** What its owner has done there. */
  public JsonNode post(String below, Object body) throws IOException, InterruptedException {
    return owner.post(path + below, body);
  }

  /**
   * Any other one.
   *
   * @return the path of its open URL
   */
  public String create(ObjectNode definition) throws IOException, InterruptedException {
    JsonNode webhook = owner.post(path + "/webhooks", definition);
    return URI.create(webhook.get("url").asText()).getPath();
  }

  private static ObjectNode definition(String name, String acknowledgement)
      throws JsonProcessingException {
    return (ObjectNode)
        JSON.readTree(
            """
            {"name": "%s",
             "schema": {"type": "object", "properties": {"number": {"type": "integer"}}, "required": ["number"]},
             "acknowledgement": "%s",
             "action": {"type": "imis.activity", "mapping": [
               {"field": "ACTIVITY_TYPE", "value": "TEST"},
               {"field": "PartyId", "value": "101"},
               {"field": "TRANSACTION_DATE", "value": ""},
               {"field": "SOURCE_CODE", "value": "$$number$$"}]}}
            """
                .formatted(name, acknowledgement));
  }
}
