package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What a version consists of: everything that decides how a delivery is handled. */
record WebhookContent(
    JsonNode schema, ActionDefinition action, Acknowledgement acknowledgement, Duration deadline) {

  /** Whether somebody would see a difference; the order of properties is one. */
  boolean isSameAs(WebhookContent other) {
    return schema.toString().equals(other.schema.toString())
        && action.equals(other.action)
        && acknowledgement == other.acknowledgement
        && deadline.equals(other.deadline);
  }
}
