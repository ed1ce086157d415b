package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it stands in a file of the right form.
 *
 * @param pointer to it, in the file
 * @param formerName what a webhook is called that is to be renamed
 * @param id which webhook it is, if the name does not tell
 * @param settings what it says, without what it is only recognised by
 */
record FileWebhook(
    String pointer,
    String name,
    @Nullable String formerName,
    @Nullable UUID id,
    ObjectNode settings) {

  private static final String FORMER_NAME = "formerName";
  private static final String ID = "id";

  /** All of a file that its schema found nothing wrong with. */
  static List<FileWebhook> all(JsonNode file) {
    List<FileWebhook> all = new ArrayList<>();
    for (JsonNode webhook : file.path("webhooks")) {
      ObjectNode settings = webhook.deepCopy();
      settings.remove(Set.of(FORMER_NAME, ID));
      String former = webhook.path(FORMER_NAME).textValue();
      String id = webhook.path(ID).textValue();
      all.add(
          new FileWebhook(
              "/webhooks/" + all.size(),
              webhook.path("name").asText().strip(),
              former == null ? null : former.strip(),
              id == null ? null : UUID.fromString(id),
              settings));
    }
    return all;
  }
}
