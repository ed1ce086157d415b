import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import {
  activity,
  aField,
  aSoundWebhook,
  memberSchema,
  panelAction,
} from "../../testing/webhook-answers";
import { address, anEditorBackend, button, known, valueField } from "../../testing/webhook-editor";

afterEach(() => localStorage.clear());

test("a property is inserted where the cursor is", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [aSoundWebhook({ action: { type: "imis.activity", mapping: [] } })];
  const app = renderApp(address("action"));

  await app.user.click(await screen.findByLabelText("Value of ID"));
  await app.user.click(button("Insert memberId into ID"));

  expect(screen.getByLabelText("Value of ID")).toHaveValue("$$memberId$$");
  expect(screen.getByText("Inserted memberId into ID.")).toBeInTheDocument();
});

test("a required field without a value is said there, one that fills itself is not", async () => {
  anEditorBackend();
  const app = renderApp(address("action"));
  await app.user.clear(await valueField("Activity Type"));

  await app.user.click(button("Next Step"));

  expect(
    await screen.findByText("Give Activity Type a value, or insert a property."),
  ).toBeVisible();
  expect(await valueField("Activity Type")).toHaveFocus();
  expect(screen.queryByText(/Give Transaction Date/)).not.toBeInTheDocument();
  expect(screen.getByText("Left blank, it becomes the current date and time.")).toBeVisible();
});

test("a property that the schema lost is named where it is used", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [
    aSoundWebhook({ schema: { ...memberSchema, properties: { member: { type: "string" } } } }),
  ];
  renderApp(address("action"));

  expect(
    await screen.findByText("1 value uses a property that the schema does not have"),
  ).toBeVisible();
  expect(screen.getByText("ID: “memberId”")).toBeVisible();
});

test("fields are searched, and only the mapped ones shown", async () => {
  anEditorBackend();
  const app = renderApp(address("action"));
  await valueField("Note");
  expect(screen.getByText("2 of 5 mapped")).toBeVisible();

  await app.user.type(screen.getByRole("searchbox", { name: "Search fields" }), "categ");
  expect(screen.queryByRole("textbox", { name: "Value of Note" })).not.toBeInTheDocument();
  expect(await valueField("Category")).toBeVisible();
  await app.user.clear(screen.getByRole("searchbox", { name: "Search fields" }));

  await app.user.click(screen.getByRole("switch", { name: "Only mapped" }));
  expect(await valueField("ID")).toBeVisible();
  expect(screen.queryByRole("textbox", { name: "Value of Category" })).not.toBeInTheDocument();
});

test("a property without a place to go says so", async () => {
  anEditorBackend();
  const app = renderApp(address("action"));

  await app.user.click(await screen.findByRole("button", { name: "Insert course" }));

  expect(screen.getAllByText("Click into a value first, then on the property.")[0]).toBeVisible();
});

test("changing the action with mapped values asks first, and panels bring their own fields", async () => {
  const backend = anEditorBackend();
  const panels = "/organizations/:organizationId/actions/:type/panels";
  backend.answers("get", panels, () => ({
    items: [{ name: "Volunteer_Interests", label: "Volunteer Interests" }],
    nextCursor: null,
    readAt: "2026-11-28T09:00:00Z",
  }));
  backend.answers("get", `${panels}/:panel`, () => ({
    name: "Volunteer_Interests",
    label: "Volunteer Interests",
    ownerField: "ID",
    readAt: "2026-11-28T09:00:00Z",
    fields: [aField("Interest", { isRequired: true })],
  }));
  const app = renderApp(address("action"));
  await valueField("ID");

  await app.user.selectOptions(
    screen.getByRole("combobox", { name: "Action" }),
    "Insert a panel record",
  );
  const dialog = await screen.findByRole("dialog", { name: "Change the action?" });
  expect(dialog).toHaveTextContent("the 2 values that you mapped are removed");
  await app.user.click(within(dialog).getByRole("button", { name: "Change and remove values" }));
  await app.user.click(await screen.findByRole("combobox", { name: "Panel" }));
  await app.user.click(await screen.findByRole("option", { name: "Volunteer Interests" }));

  expect(await valueField("Interest")).toHaveValue("");
});

test("panels that cannot be read say why, and can be asked for again", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [
    aSoundWebhook({ action: { type: "imis.panel", panel: "Volunteer", mapping: [] } }),
  ];
  const unreadable = () => problem(502, "target-unreadable", "iMIS refused the password.");
  backend.answers("get", "/organizations/:organizationId/actions/:type/panels", unreadable);
  backend.answers("get", "/organizations/:organizationId/actions/:type/panels/:panel", unreadable);
  renderApp(address("action"));

  const title = await screen.findByText("The panels of your iMIS could not be read");
  expect(title.closest('[role="alert"]')).toHaveTextContent("iMIS refused the password.");
  expect(screen.getAllByRole("button", { name: "Try again" })[0]).toBeVisible();
});

test("an action that is not available says why and cannot be chosen", async () => {
  anEditorBackend([activity, { ...panelAction, unavailableBecause: "iMIS 2017 has no panels" }]);
  renderApp(address("action"));
  await valueField("ID");

  expect(screen.getByRole("option", { name: /iMIS 2017 has no panels/ })).toBeDisabled();
});

test("text that can never go into its field is said before anybody tries it", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [
    aSoundWebhook({
      action: {
        type: "imis.activity",
        mapping: [
          { field: "ACTIVITY_TYPE", value: "COURSE" },
          { field: "PartyId", value: "$$memberId$$" },
          { field: "TRANSACTION_DATE", value: "today" },
        ],
      },
    }),
  ];
  const app = renderApp(address("action"));
  await valueField("Transaction Date");

  await app.user.click(button("Next Step"));

  await waitFor(async () => expect(await valueField("Transaction Date")).toHaveFocus());
  expect(await valueField("Transaction Date")).toBeInvalid();
  expect(screen.getByText(/^Transaction Date takes a date such as 2021-05-26/)).toBeVisible();
  expect(app.address()).toBe(address("action"));
});

test("what the sender’s data may break is warned of, and can be saved", async () => {
  const backend = anEditorBackend();
  const properties = { memberId: { type: "string", maxLength: 40 }, course: { type: "string" } };
  backend.webhooks = [aSoundWebhook({ schema: { ...memberSchema, properties } })];
  const app = renderApp(address("action"));

  const field = await valueField("ID");
  await waitFor(() =>
    expect(field).toHaveAccessibleDescription(/^This may become 40 characters long/),
  );
  expect(field).toBeValid();
  await app.user.click(button("Next Step"));
  expect(app.address()).toBe(address("preview"));
});

test("a field’s type and help are told with it, and that it is required", async () => {
  anEditorBackend();
  renderApp(address("action"));

  expect(await valueField("Activity Type")).toBeRequired();
  expect(await valueField("Activity Type")).toHaveAccessibleDescription(
    "Text, up to 10 characters",
  );
  expect(await valueField("Transaction Date")).not.toBeRequired();
  expect(await valueField("Transaction Date")).toHaveAccessibleDescription(
    "Date and time Left blank, it becomes the current date and time.",
  );
});

test("a value of a field that iMIS has no more is shown, and can be removed", async () => {
  const backend = anEditorBackend();
  const { mapping } = known.action;
  backend.webhooks = [
    aSoundWebhook({
      action: { ...known.action, mapping: [...mapping, { field: "GONE", value: "$$course$$" }] },
    }),
  ];
  const app = renderApp(address("action"));
  await valueField("ID");
  await app.user.click(button("Next Step"));
  expect(app.address()).toBe(address("action"));
  await waitFor(() => expect(button("Remove the value of GONE")).toHaveFocus());

  await app.user.click(button("Remove the value of GONE"));

  expect(screen.queryByText("GONE")).not.toBeInTheDocument();
  expect(screen.getByRole("searchbox", { name: "Search fields" })).toHaveFocus();
  await app.user.click(button("Next Step"));
  expect(app.address()).toBe(address("preview"));
});

test("the fields of an action that was just chosen are not red yet", async () => {
  const backend = anEditorBackend();
  backend.answers("get", "/organizations/:organizationId/actions/:type/panels", () => ({
    items: [{ name: "Volunteer_Interests", label: "Volunteer Interests" }],
    nextCursor: null,
    readAt: "2026-11-28T09:00:00Z",
  }));
  const app = renderApp(address("action"));
  await app.user.clear(await valueField("ID"));
  await app.user.clear(await valueField("Activity Type"));
  await app.user.selectOptions(
    screen.getByRole("combobox", { name: "Action" }),
    "Insert a panel record",
  );
  await app.user.click(button("Next Step"));
  expect(await screen.findByText("Choose a panel.")).toBeVisible();

  await app.user.selectOptions(
    screen.getByRole("combobox", { name: "Action" }),
    "Insert an activity",
  );

  expect(await valueField("Activity Type")).toBeValid();
});
