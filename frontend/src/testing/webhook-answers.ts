import type { ActionDescription, ActionField, WebhookResponse } from "../api/schema";
import type { Backend } from "./backend";
import { aWebhook } from "./fixtures";
import { problem } from "./problem";

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
  unavailableBecause: null,
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
  unavailableBecause: null,
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

/** How the backend of the tests answers who makes and changes webhooks. */
export function webhookAnswers(backend: Backend, actions = [activity, panelAction]) {
  backend.answers("get", "/organizations/:organizationId/actions", () => ({
    items: actions,
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
  backend.answers("get", `${webhooks}/:webhookId`, ({ params }) => {
    const found = backend.webhooks.find(({ id }) => id === params.webhookId);
    return found ?? problem(404, "not-found", "There is no such thing");
  });
  backend.answers("post", webhooks, ({ body }) => {
    const made = aWebhook({ ...body, id: "018f1111-0000-7000-8000-0000000000ff", version: 1 });
    backend.webhooks = [...backend.webhooks, made];
    return made;
  });
  backend.answers("put", `${webhooks}/:webhookId`, ({ params, body }) => {
    const known = backend.webhooks.find(({ id }) => id === params.webhookId);
    if (known === undefined || body.version !== known.version) {
      return problem(
        409,
        "conflict",
        "Somebody saved this webhook in the meantime; load it again.",
      );
    }
    const changed = { ...known, ...body, version: known.version + 1 };
    backend.webhooks = backend.webhooks.map((each) => (each === known ? changed : each));
    return changed;
  });
}
