import { paths } from "../lib/paths";
import { Backend } from "./backend";
import { aVersion, aWebhook, northwind } from "./fixtures";

const { organizationId } = northwind;
export const webhook = aWebhook();

/** Where its versions are shown. */
export const address = (search = "") => paths.webhookVersions(organizationId, webhook.id, search);

export const first = aVersion({
  number: 1,
  isCurrent: false,
  author: null,
  acknowledgement: "ON_RECEIPT",
  action: {
    type: "imis.activity",
    mapping: [
      { field: "PartyId", value: "$$memberId$$" },
      { field: "SOURCE_CODE", value: "WEB" },
    ],
  },
});
export const second = aVersion({ number: 2, isCurrent: false });
export const third = aVersion({
  schema: {
    type: "object",
    properties: { memberId: { type: "string" }, count: { type: "integer" } },
  },
  action: {
    type: "imis.activity",
    mapping: [
      { field: "PartyId", value: "$$memberId$$-$$count$$" },
      { field: "UF_1", value: "$$count$$" },
    ],
  },
});

/** A backend that has this one webhook with three versions, and no deliveries of it. */
export function aVersionedBackend() {
  const backend = new Backend();
  backend.webhooks = [webhook];
  backend.versions = [third, second, first];
  backend.answers("post", "/organizations/:organizationId/webhooks/:webhookId/rehearsal", () => ({
    checked: 0,
    rejectedThen: 0,
    rejectedNow: 0,
    newlyRejected: 0,
    newlyAccepted: 0,
    examples: [],
  }));
  return backend;
}
