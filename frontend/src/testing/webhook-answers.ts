import type { ActionDescription, ActionField, WebhookResponse } from "../api/schema";
import type { Backend } from "./backend";
import { aWebhook } from "./fixtures";

export function aField(name: string, changes: Partial<ActionField> = {}): ActionField {
  return {
    name,
    label: name,
    type: "TEXT",
    lengthMax: null,
    precision: null,
    scale: null,
    isRequired: false,
    defaultsTo: null,
    help: null,
    allowedValues: [],
    ...changes,
  };
}

export const activity: ActionDescription = {
  type: "imis.activity",
  label: "Insert an activity",
  needsPanel: false,
  fieldsWithChoices: [],
  unavailableBecause: null,
  options: [],
  ownerField: "PartyId",
  fields: [
    aField("ACTIVITY_TYPE", { label: "Activity Type", isRequired: true, lengthMax: 10 }),
    aField("PartyId", { label: "ID", isRequired: true, lengthMax: 10 }),
    aField("TRANSACTION_DATE", {
      label: "Transaction Date",
      type: "DATE_TIME",
      defaultsTo: "the current date and time",
    }),
    aField("CATEGORY", { label: "Category", lengthMax: 15 }),
    aField("NOTE", { label: "Note" }),
  ],
};

export const panelAction: ActionDescription = {
  type: "imis.panel",
  label: "Insert a panel record",
  needsPanel: true,
  fieldsWithChoices: [],
  unavailableBecause: null,
  options: [],
  ownerField: null,
  fields: [],
};

export const memberSchema = {
  type: "object",
  properties: { memberId: { type: "string" }, course: { type: "string" } },
  required: ["memberId"],
};

/** A webhook that could be saved as it is. */
export function aSoundWebhook(changes: Partial<WebhookResponse> = {}): WebhookResponse {
  return aWebhook({
    schema: memberSchema,
    action: {
      type: "imis.activity",
      mapping: [
        { field: "ACTIVITY_TYPE", value: "COURSE" },
        { field: "PartyId", value: "$$memberId$$" },
      ],
    },
    ...changes,
  });
}

const webhooks = "/organizations/:organizationId/webhooks";

/** How the backend of the tests answers who works on a webhook that is not saved yet. */
export function webhookAnswers(backend: Backend, actions = [activity, panelAction]) {
  backend.answers("get", "/organizations/:organizationId/actions", () => ({
    items: actions,
    nextCursor: null,
  }));
  backend.answers("get", "/organizations/:organizationId/idempotency-presets", () => ({
    items: [
      { sender: "Any that sends Idempotency-Key", from: "HEADER", name: "Idempotency-Key" },
      { sender: "GitLab", from: "HEADER", name: "Idempotency-Key" },
      { sender: "Shopify", from: "HEADER", name: "X-Shopify-Event-Id" },
      { sender: "Stripe", from: "PROPERTY", name: "id" },
    ],
    nextCursor: null,
  }));
  backend.answers("post", `${webhooks}/check-schema`, ({ body }) => ({
    valid: true,
    draft: "2020-12",
    problems: [],
    properties: Object.entries<{ type: string }>(body.properties).map(([name, { type }]) => ({
      name,
      types: [type],
      isRequired: false,
    })),
  }));
  backend.answers("post", `${webhooks}/preview`, () => ({
    violations: [],
    problems: [],
    record: [{ field: "PartyId", value: "memberId" }],
  }));
}
