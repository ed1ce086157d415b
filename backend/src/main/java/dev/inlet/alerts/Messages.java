package dev.inlet.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes what endpoints are sent; its shape is public (docs/alerts.md), so fields are only added.
 */
@Singleton
class Messages {

  /** Not the API's, whose settings may change. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EndpointRepository endpoints;
  private final MessageRepository messages;
  private final OrganizationRepository organizations;
  private final PublicUrl publicUrl;
  private final Clock clock;

  Messages(
      EndpointRepository endpoints,
      MessageRepository messages,
      OrganizationRepository organizations,
      PublicUrl publicUrl,
      Clock clock) {
    this.endpoints = endpoints;
    this.messages = messages;
    this.organizations = organizations;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** Has every endpoint that is on sent each of these incidents, as far as there is room. */
  void put(OrganizationId organization, Handle handle, MessageType type, List<Incident> incidents) {
    Instant now = clock.instant();
    Organization known = organizations.find(organization, handle).orElseThrow();
    for (Endpoint endpoint : endpoints.list(organization, handle)) {
      if (endpoint.disabledAt() == null) {
        for (Incident incident : incidents) {
          insert(known, handle, endpoint.id(), waiting(type, incident, now), incident);
        }
        messages.makeRoom(organization, handle, endpoint.id(), now);
      }
    }
  }

  /**
   * Puts a test in that the caller sends.
   *
   * @param until nobody else tries it before
   */
  UUID putTest(OrganizationId organization, Handle handle, UUID endpoint, Instant until) {
    Message test =
        new Message(
            Ids.next(),
            MessageType.ALERT_TEST.wire(),
            "This is a test; nothing happened.",
            clock.instant(),
            until,
            1,
            null,
            null,
            null,
            null);
    Organization known = organizations.find(organization, handle).orElseThrow();
    insert(known, handle, endpoint, test, null);
    return test.id();
  }

  private static Message waiting(MessageType type, Incident incident, Instant now) {
    String summary =
        incident.closedAt() == null ? Sentences.begun(incident) : Sentences.over(incident);
    return new Message(Ids.next(), type.wire(), summary, now, now, 0, null, null, null, null);
  }

  private void insert(
      Organization organization,
      Handle handle,
      UUID endpoint,
      Message message,
      @Nullable Incident incident) {
    messages.insert(
        organization.id(), handle, endpoint, message, payload(organization, message, incident));
  }

  private String payload(Organization organization, Message message, @Nullable Incident incident) {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("type", message.type()).put("timestamp", message.createdAt().toString());
    ObjectNode data = payload.putObject("data");
    data.putObject("organization")
        .put("id", organization.id().toString())
        .put("name", organization.name())
        .put("slug", organization.slug().value());
    data.put("summary", message.summary());
    if (incident != null) {
      data.set("incident", incident(incident));
    }
    data.put("url", publicUrl.of(Whereabouts.of(organization.id(), incident)));
    try {
      return JSON.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message could not be written", e);
    }
  }

  private static ObjectNode incident(Incident incident) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", incident.id().toString()).put("kind", incident.kind().name());
    if (incident.webhookId() != null) {
      node.putObject("webhook")
          .put("id", incident.webhookId().toString())
          .put("name", incident.webhookName());
    } else {
      node.putNull("webhook");
    }
    node.put("openedAt", incident.openedAt().toString());
    node.put("closedAt", incident.closedAt() == null ? null : incident.closedAt().toString());
    node.put("isRecovered", incident.isRecovered());
    node.put("failed", incident.failed());
    node.put("counted", incident.counted());
    node.put("periodMinutes", incident.periodMinutes());
    return node;
  }
}
