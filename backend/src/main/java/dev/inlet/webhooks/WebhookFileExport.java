package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.paging.ByName;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.file.YamlWriter;
import dev.inlet.webhooks.verification.Verification;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an organization's webhooks as a file that can be applied. */
@Singleton
class WebhookFileExport {

  private static final int PAGE = 100;

  private final InstalledWebhookRepository installed;
  private final WebhookRepository webhooks;
  private final VerificationRepository verifications;
  private final WebhookForm form;
  private final ObjectMapper json;
  private final PublicUrl publicUrl;

  WebhookFileExport(
      InstalledWebhookRepository installed,
      WebhookRepository webhooks,
      VerificationRepository verifications,
      WebhookForm form,
      ObjectMapper json,
      PublicUrl publicUrl) {
    this.installed = installed;
    this.webhooks = webhooks;
    this.verifications = verifications;
    this.form = form;
    this.json = json;
    this.publicUrl = publicUrl;
  }

  /** Writes page by page: no more of them are in memory at once. */
  void write(OrganizationId organization, OutputStream out) throws IOException {
    Map<String, Long> names =
        installed.list(organization).stream()
            .collect(Collectors.groupingBy(InstalledWebhook::name, Collectors.counting()));
    write(out, head());
    write(out, names.isEmpty() ? "webhooks: []\n" : "webhooks:\n");
    ByName after = ByName.after(null);
    while (true) {
      int fitting = webhooks.fitting(organization, after, PAGE);
      List<Webhook> page = webhooks.list(organization, after.name(), after.id(), fitting);
      if (page.isEmpty()) {
        return;
      }
      for (Webhook webhook : page) {
        boolean isAlone = names.getOrDefault(webhook.name(), 0L) < 2;
        write(out, item(organization, webhook, isAlone));
      }
      after = new ByName(page.getLast().name(), page.getLast().id().value());
    }
  }

  private String head() {
    return """
        # yaml-language-server: $schema=%s
        # Webhooks of an organization in Inlet. No secret and no URL is in this file.
        version: 1
        """
        .formatted(publicUrl.of(FileSchemaController.PATH));
  }

  /** One entry of the list; with its id only where its name does not tell. */
  private String item(OrganizationId organization, Webhook webhook, boolean isAlone) {
    Verification verification =
        verifications
            .find(organization, webhook.id())
            .map(StoredVerification::verification)
            .orElse(Verification.OPEN);
    ObjectNode item = json.createObjectNode().put("name", webhook.name());
    if (!isAlone) {
      item.put("id", webhook.id().toString());
    }
    item.setAll(form.of(webhook, verification));
    return YamlWriter.write(json.createArrayNode().add(item));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
