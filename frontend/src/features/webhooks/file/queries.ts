import { client, readFile } from "../../../api/client";

/** All webhooks as the file that can be applied. */
export function exportWebhooks(organizationId: string) {
  return readFile(
    client.GET("/api/organizations/{organizationId}/webhooks/export", {
      params: { path: { organizationId } },
      parseAs: "blob",
    }),
    "inlet.yaml",
  );
}
