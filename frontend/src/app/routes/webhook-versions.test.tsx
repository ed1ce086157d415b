import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import type { ActionField, PanelDescription } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aVersion, aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { aField } from "../../testing/webhook-answers";

const { organizationId } = northwind;
const webhook = aWebhook();
const address = (search = "") => paths.webhookVersions(organizationId, webhook.id, search);

const first = aVersion({
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
const second = aVersion({ number: 2, isCurrent: false });
const third = aVersion({
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

const restoreOf = (number: number) =>
  `POST /organizations/${organizationId}/webhooks/${webhook.id}/versions/${number}/restore`;

async function restore(app: ReturnType<typeof renderApp>) {
  await app.user.click(await screen.findByRole("button", { name: "Restore this version" }));
  const dialog = await screen.findByRole("dialog");
  await app.user.click(within(dialog).getByRole("button", { name: "Restore this version" }));
}

function aBackend() {
  const backend = new Backend();
  backend.webhooks = [webhook];
  backend.versions = [third, second, first];
  return backend;
}

test("lists the versions and shows what changed with the newest", async () => {
  aBackend();
  renderApp(address());

  expect(
    await screen.findByRole("heading", { name: "Version history of Course completions" }),
  ).toBeVisible();
  const links = within(screen.getByRole("navigation", { name: "Versions" })).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual([
    "Version 3CurrentNov 20, 10:30Grace Okafor",
    "Version 2Nov 20, 10:30Grace Okafor",
    "Version 1Nov 20, 10:30Author not kept",
  ]);
  expect(links[0]).toHaveAttribute("aria-current", "page");
  expect(screen.getByText("What changed since version 2")).toBeVisible();

  const diff = await screen.findByRole("group", { name: "Differences of the JSON Schema" });
  expect(diff).toHaveTextContent('Added:+ "count": {');
  const mapping = within(screen.getByRole("table", { name: "Mapping" })).getAllByRole("row");
  expect(mapping.slice(1).map((row) => row.textContent)).toEqual([
    "PartyIdChangedBefore$$memberId$$After$$memberId$$-$$count$$",
    "UF_1AddedAfter$$count$$",
  ]);
  expect(screen.queryByRole("button", { name: "Restore this version" })).toBeNull();
});

test("a link to a version opens it, and says in words what else changed", async () => {
  aBackend();
  renderApp(address("?version=2"));

  expect(await screen.findByRole("heading", { name: "Version 2" })).toBeVisible();
  expect(
    await screen.findByText("when the action has ended, was as soon as the delivery is stored"),
  ).toBeVisible();
  expect(screen.getByText("The schema is the same.")).toBeVisible();
  expect(screen.getByRole("table", { name: "Mapping" })).toHaveTextContent(
    "SOURCE_CODERemovedBeforeWEB",
  );
});

test("a version can be compared with the current one, which stays in the URL", async () => {
  aBackend();
  const app = renderApp(address("?version=2"));

  await app.user.click(await screen.findByRole("radio", { name: "The current one" }));

  expect(await screen.findByText("What differs from version 3, the current one")).toBeVisible();
  expect(app.address()).toBe(address("?version=2&with=current"));
  expect(
    await screen.findByRole("group", { name: "Differences of the JSON Schema" }),
  ).toHaveTextContent('Removed:− "count": {');
});

test("the first version is shown as a whole", async () => {
  aBackend();
  renderApp(address("?version=1"));

  expect(await screen.findByText("The first version, as it was saved")).toBeVisible();
  expect(await screen.findByRole("table", { name: "Mapping" })).toHaveTextContent("WEB");
  expect(screen.getByText("10 seconds")).toBeVisible();
});

test("restoring asks, and sends no content: the backend has it", async () => {
  const backend = aBackend();
  const app = renderApp(address("?version=1"));
  await app.user.click(await screen.findByRole("button", { name: "Restore this version" }));

  const dialog = await screen.findByRole("dialog", { name: "Restore version 1?" });
  expect(dialog).toHaveTextContent("as version 4");
  await app.user.click(within(dialog).getByRole("button", { name: "Restore this version" }));

  expect(await screen.findByText("Version 1 handles the deliveries again.")).toBeVisible();
  expect(backend.lastSent(restoreOf(1))).toEqual({ revision: webhook.revision });
  await waitFor(() => expect(app.address()).toBe(address()));
  expect(await screen.findByRole("heading", { name: "Version 4" })).toBeVisible();
});

test("restoring what is the same says that nothing was changed", async () => {
  const backend = aBackend();
  backend.webhooks = [
    aWebhook({
      schema: second.schema,
      action: second.action,
      deadlineSeconds: second.deadlineSeconds,
    }),
  ];
  const app = renderApp(address("?version=2"));
  await restore(app);

  expect(
    await screen.findByText(
      "Nothing was changed: version 3, the current one, says the same as version 2.",
    ),
  ).toBeVisible();
  expect(backend.versions).toHaveLength(3);
  expect(app.address()).toBe(address("?version=2"));
});

test("after a conflict it can be restored over what somebody else saved", async () => {
  const backend = aBackend();
  const app = renderApp(address("?version=1"));
  await screen.findByRole("button", { name: "Restore this version" });
  backend.webhooks = [aWebhook({ revision: 6, version: 4 })];
  backend.versions = [
    aVersion({ number: 4 }),
    ...backend.versions.map((each) => ({ ...each, isCurrent: false })),
  ];
  await restore(app);

  const dialog = screen.getByRole("dialog", { name: "Restore version 1?" });
  expect(await within(dialog).findByRole("alert")).toHaveTextContent(
    "version 4 handles the deliveries now",
  );
  expect(dialog).toHaveTextContent("as version 5");
  await app.user.click(within(dialog).getByRole("button", { name: "Restore this version" }));

  expect(await screen.findByText("Version 1 handles the deliveries again.")).toBeVisible();
  expect(backend.lastSent(restoreOf(1))).toEqual({ revision: 6 });
  expect(backend.webhooks[0]).toMatchObject({ version: 5, action: first.action });
});

test("numbers of a schema keep all their digits, and names their order", async () => {
  const backend = aBackend();
  backend.versions = [first];
  const schema =
    '{"properties":{"b":{"minimum":1.0,"maximum":98765432109876543210},"1":{"type":"string"}}}';
  const text = JSON.stringify(first).replace(JSON.stringify(first.schema), schema);
  backend.answers(
    "get",
    "/organizations/:organizationId/webhooks/:webhookId/versions/:number",
    () => new HttpResponse(text, { headers: { "Content-Type": "application/json" } }),
  );
  renderApp(address("?version=1"));

  const shown = await screen.findByText(/98765432109876543210/);
  expect(shown).toHaveTextContent(/"b": \{ "minimum": 1\.0, .*"1": \{/);
});

const interest = aField("Interest", { label: "Interest", lengthMax: 20 });
const volunteers: PanelDescription = {
  name: "Volunteer_Interests",
  label: "Volunteer Interests",
  ownerField: "ID",
  fields: [aField("ID", { label: "Contact", isRequired: true }), interest],
};
const panelVersion = (number: number, fields: ActionField[], isCurrent = false) =>
  aVersion({
    number,
    isCurrent,
    action: {
      type: "imis.panel",
      panel: volunteers.name,
      mapping: fields.map(({ name }) => ({ field: name, value: "x" })),
    },
    panel: { ...volunteers, fields },
  });

test("a version shows the panel that it writes to", async () => {
  const backend = aBackend();
  backend.versions = [panelVersion(1, volunteers.fields, true)];
  renderApp(address());

  expect(
    await screen.findByText("Volunteer Interests (Volunteer_Interests), contact in ID"),
  ).toBeVisible();
  const fields = screen.getByRole("table", { name: "The panel’s fields when it was saved" });
  expect(within(fields).getAllByRole("row")[1]).toHaveTextContent(
    "ContactIDContact, Text, required.",
  );
  expect(screen.getByRole("table", { name: "Mapping" })).toHaveTextContent("ContactIDx");
});

test("a version of which only the panel changed says what changed in it", async () => {
  const backend = aBackend();
  const longer = volunteers.fields.map((each) =>
    each === interest ? { ...interest, lengthMax: 60 } : each,
  );
  backend.versions = [panelVersion(2, longer, true), panelVersion(1, volunteers.fields)];
  renderApp(address());

  const fields = await screen.findByRole("table", { name: "The panel’s fields when it was saved" });
  const rows = within(fields).getAllByRole("row").slice(1);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toHaveTextContent("up to 20 characters, optional.");
  expect(rows[0]).toHaveTextContent("up to 60 characters, optional.");
  expect(screen.getByText("The mapping is the same.")).toBeVisible();
});

test("a deleted webhook keeps its versions, but none can be restored", async () => {
  const backend = aBackend();
  backend.webhooks = [];
  renderApp(address("?version=2"));

  expect(
    await screen.findByRole("heading", { name: "Version history of Deleted webhook" }),
  ).toBeVisible();
  expect(screen.getByText(/Its versions stay for the audit/)).toBeVisible();
  expect(await screen.findByRole("table", { name: "Mapping" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Restore this version" })).toBeNull();
});

test("a viewer reads the versions and restores none", async () => {
  const backend = aBackend();
  backend.me = graceAs("VIEWER");
  renderApp(address("?version=2"));

  expect(await screen.findByRole("table", { name: "Mapping" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Restore this version" })).toBeNull();
});

test("a version that there is not is said to be none", async () => {
  aBackend();
  renderApp(address("?version=9"));

  expect(await screen.findByRole("heading", { name: "There is no such version" })).toBeVisible();
});
