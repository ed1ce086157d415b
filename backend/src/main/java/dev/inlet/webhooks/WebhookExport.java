package dev.inlet.webhooks;

import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** An organization's webhooks, deleted ones too, each with its URLs and all its versions. */
@Singleton
class WebhookExport implements OrganizationData {

  private final ExportedRows rows;
  private final PublicUrl publicUrl;

  WebhookExport(ExportedRows rows, PublicUrl publicUrl) {
    this.rows = rows;
    this.publicUrl = publicUrl;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "webhooks.ndjson",
            "The webhooks, deleted ones too, with the URLs that open them or did: keep this file to yourself.",
            rows.of(
                """
                SELECT w.webhook_id AS id, w.name, w.is_paused, w.revision, w.version_number AS version,
                       (SELECT json_agg(json_build_object('url', :hooks || o.slug || '/' || k.key, 'createdAt', k.created_at,
                                'endsAt', k.ends_at, 'lastUsedAt', k.last_used_at) ORDER BY k.created_at, k.key)
                        FROM webhook_keys k
                        WHERE k.organization_id = w.organization_id AND k.webhook_id = w.webhook_id) AS urls,
                       w.created_at, w.updated_at, w.deleted_at, w.drift, w.drift_found_at
                FROM webhooks w JOIN organizations o USING (organization_id)
                WHERE w.organization_id = :organization
                """,
                Map.of("hooks", publicUrl.of("/hooks/")),
                "id")),
        new ExportedFile(
            "webhook-versions.ndjson",
            "Every version of every webhook: its schema, action, panel, mapping, sensitive properties, idempotency and queue, and who saved it.",
            rows.of(
                """
                SELECT webhook_id, number, schema, action, panel, acknowledgement, deadline_ms, privacy, idempotency, queue, created_by,
                       created_at
                FROM webhook_versions WHERE organization_id = :organization
                """,
                "webhook_id",
                "number")),
        new ExportedFile(
            "webhook-verifications.ndjson",
            "What webhooks demand of their senders, without the secrets.",
            rows.of(
                """
                SELECT v.webhook_id, v.scheme, v.header, v.algorithm, v.encoding, v.prefix, v.username AS "user",
                       to_json(v.networks) AS networks, v.updated_at,
                       (SELECT coalesce(json_agg(json_build_object('createdAt', s.created_at, 'expiresAt', s.expires_at)
                                                 ORDER BY s.created_at), '[]')
                        FROM webhook_secrets s
                        WHERE s.organization_id = v.organization_id AND s.webhook_id = v.webhook_id) AS secrets
                FROM webhook_verifications v WHERE v.organization_id = :organization
                """,
                "webhook_id")));
  }
}
