import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aVersion, aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

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

test("restoring asks, and sends the old content as the next version", async () => {
  const backend = aBackend();
  const app = renderApp(address("?version=1"));
  await app.user.click(await screen.findByRole("button", { name: "Restore this version" }));

  const dialog = await screen.findByRole("dialog", { name: "Restore version 1?" });
  expect(dialog).toHaveTextContent("as version 4");
  await app.user.click(within(dialog).getByRole("button", { name: "Restore this version" }));

  expect(await screen.findByText("Version 1 handles the deliveries again.")).toBeVisible();
  expect(backend.lastSent(`PUT /organizations/${organizationId}/webhooks/${webhook.id}`)).toEqual({
    name: webhook.name,
    revision: webhook.revision,
    schema: first.schema,
    action: first.action,
    acknowledgement: "ON_RECEIPT",
    deadlineSeconds: 10,
  });
  await waitFor(() => expect(app.address()).toBe(address()));
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
