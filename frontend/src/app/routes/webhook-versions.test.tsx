import { screen, within } from "@testing-library/react";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import type { ActionField, ActionOption, PanelDescription } from "../../api/schema";
import { aVersion, graceAs } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { activity, aField } from "../../testing/webhook-answers";
import { address, aVersionedBackend, first } from "../../testing/webhook-versions";

test("lists the versions and shows what changed with the newest", async () => {
  aVersionedBackend();
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

test("what differs is summed up in words, by property and by mapped field", async () => {
  const backend = aVersionedBackend();
  backend.versions = [
    aVersion({
      schema: {
        properties: {
          memberId: { type: "string", maxLength: 10 },
          constructor: { type: "integer" },
        },
        required: ["memberId"],
      },
      action: { type: "imis.activity", mapping: [{ field: "UF_1", value: "$$constructor$$" }] },
    }),
    aVersion({
      number: 2,
      isCurrent: false,
      schema: { properties: { memberId: { type: "string" }, email: { type: "string" } } },
    }),
  ];
  renderApp(address());

  const summary = within(await screen.findByRole("region", { name: "In short" }));
  const told = (list: string) =>
    within(summary.getByRole("list", { name: list }))
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent);
  expect(told("Properties")).toEqual([
    "ChangedmemberId now required · now at most 10 characters",
    "Addedconstructor Whole number · optional",
    "Removedemail ",
  ]);
  expect(told("Mapped fields")).toEqual(["AddedUF_1 ", "RemovedPartyId "]);
});

const contactBy: ActionOption = {
  name: "contactBy",
  label: "The contact is given by",
  kind: "CHOICE",
  choices: [
    { value: "id", label: "iMIS ID" },
    { value: "email", label: "E-mail address" },
  ],
  appliesIf: [],
};

test("options go by what people call them, and by their names once they are offered no more", async () => {
  const backend = aVersionedBackend();
  const action = { type: "imis.activity", mapping: [] };
  backend.versions = [
    aVersion({ action: { ...action, options: { contactBy: "email", gone: "yes" } } }),
  ];
  backend.answers("get", "/organizations/:organizationId/actions", () => ({
    items: [{ ...activity, options: [contactBy] }],
  }));
  renderApp(address());

  expect(
    await screen.findByText("The contact is given by: E-mail address, gone: yes"),
  ).toBeVisible();
  // In the navigation, and back.
  expect(screen.getAllByRole("link", { name: "Webhooks" })).toHaveLength(2);
});

test("an option that writes into a field names it as people do", async () => {
  const backend = aVersionedBackend();
  const options = { referenceField: "UF_1" };
  backend.versions = [aVersion({ action: { type: "imis.activity", mapping: [], options } })];
  const reference: ActionOption = {
    name: "referenceField",
    label: "Write the delivery's ID into",
    kind: "FIELD",
    choices: [],
    appliesIf: [],
  };
  backend.answers("get", "/organizations/:organizationId/actions", () => ({
    items: [
      { ...activity, options: [reference], fields: [aField("UF_1", { label: "User Field 1" })] },
    ],
  }));
  renderApp(address());

  expect(await screen.findByText("Write the delivery's ID into: User Field 1")).toBeVisible();
});

test("a schema that differs beyond its properties says so", async () => {
  const backend = aVersionedBackend();
  backend.versions = [
    aVersion({ schema: { properties: { a: {} }, additionalProperties: false } }),
    aVersion({ number: 2, isCurrent: false, schema: { properties: { a: {} } } }),
  ];
  renderApp(address());

  expect(await screen.findByText(/^The properties are the same; something else/)).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Mapped fields" })).not.toBeInTheDocument();
});

test("a link to a version opens it, and says in words what else changed", async () => {
  aVersionedBackend();
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
  aVersionedBackend();
  const app = renderApp(address("?version=2"));

  await app.user.click(await screen.findByRole("radio", { name: "The current one" }));

  expect(await screen.findByText("What differs from version 3, the current one")).toBeVisible();
  expect(app.address()).toBe(address("?version=2&with=current"));
  expect(
    await screen.findByRole("group", { name: "Differences of the JSON Schema" }),
  ).toHaveTextContent('Removed:− "count": {');
});

test("the first version is shown as a whole", async () => {
  aVersionedBackend();
  renderApp(address("?version=1"));

  expect(await screen.findByText("The first version, as it was saved")).toBeVisible();
  expect(await screen.findByRole("table", { name: "Mapping" })).toHaveTextContent("WEB");
  expect(screen.getByText("10 seconds")).toBeVisible();
});

test("numbers of a schema keep all their digits, and names their order", async () => {
  const backend = aVersionedBackend();
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
  const backend = aVersionedBackend();
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
  const backend = aVersionedBackend();
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
  const backend = aVersionedBackend();
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
  const backend = aVersionedBackend();
  backend.me = graceAs("VIEWER");
  renderApp(address("?version=2"));

  expect(await screen.findByRole("table", { name: "Mapping" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Restore this version" })).toBeNull();
});

test("a version that there is not is said to be none", async () => {
  aVersionedBackend();
  renderApp(address("?version=9"));

  expect(await screen.findByRole("heading", { name: "There is no such version" })).toBeVisible();
});
