import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { aConnection, graceAs, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { memberSchema } from "../../testing/webhook-answers";
import {
  address,
  anEditorBackend,
  button,
  fill,
  heading,
  known,
  stepOf,
  valueField,
  writeSchema,
} from "../../testing/webhook-editor";

const { organizationId } = northwind;
const list = paths.webhooks(organizationId);

afterEach(() => localStorage.clear());

test("a name that is missing is said there, and the step stays", async () => {
  anEditorBackend();
  const app = renderApp(paths.newWebhook(organizationId));

  await heading("General");
  await app.user.click(button("Next Step"));

  expect(await screen.findByText("Give the webhook a name.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
});

test("a webhook is made from an empty list to its URL", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [];
  const app = renderApp(list);
  await app.user.click(await screen.findByText("Add the first webhook"));

  await screen.findByLabelText("Name");
  expect(stepOf("JSON Schema")).toBeDisabled();
  await fill("Name", "Completions");
  await app.user.click(screen.getByText("Next Step"));

  await writeSchema(memberSchema);
  await waitFor(() => expect(stepOf("Action")).toBeEnabled());
  await app.user.click(screen.getByText("Next Step"));

  await app.user.selectOptions(
    await screen.findByRole("combobox", { name: "Action" }),
    "Insert an activity",
  );
  await fill("Value of Activity Type", "COURSE");
  await fill("Value of ID", "$$memberId$$");
  await app.user.click(screen.getByText("Next Step"));

  await screen.findByLabelText("Sample payload");
  await app.user.click(screen.getByText("Next Step"));
  await app.user.click(await screen.findByText("Save webhook"));

  expect(await screen.findByText("“Completions” is ready")).toBeVisible();
  expect(app.address()).toBe(list);
  expect(screen.getAllByText(known.url)[0]).toBeVisible();
  expect(screen.getByText(/^curl -X POST 'https:/)).toHaveTextContent('"memberId"');
  expect(backend.lastSent(`POST /organizations/${organizationId}/webhooks`)).toEqual({
    name: "Completions",
    schema: memberSchema,
    action: {
      type: "imis.activity",
      mapping: [
        { field: "ACTIVITY_TYPE", value: "COURSE" },
        { field: "PartyId", value: "$$memberId$$" },
      ],
    },
    privacy: { masked: [], neverStored: [] },
    acknowledgement: "AFTER_ACTION",
    deadlineSeconds: 10,
    idempotency: { from: "HEADER", name: "Idempotency-Key", windowSeconds: 86_400 },
    queue: { retryForSeconds: 86_400, isInOrder: false },
  });
  expect(localStorage).toHaveLength(0);
});

test("a new webhook’s later steps cannot be reached by their address", async () => {
  anEditorBackend();
  renderApp(paths.newWebhook(organizationId, "save"));

  expect(await heading("General")).toBeVisible();
});

test("all steps of a webhook that is there can be gone to, and going back goes a step back", async () => {
  anEditorBackend();
  const app = renderApp(address());
  await heading("General");

  await app.user.click(screen.getByRole("button", { name: /Action$/ }));

  expect(await valueField("ID")).toHaveValue("$$memberId$$");
  expect(app.address()).toBe(address("action"));
  expect(await heading("Action")).toHaveFocus();
  await app.user.click(button("Back"));
  expect(await heading("JSON Schema")).toBeVisible();
});

test("a viewer adds and edits no webhooks", async () => {
  const backend = anEditorBackend();
  backend.me = graceAs("VIEWER");
  const app = renderApp(list);
  await screen.findByText("Course completions");
  expect(screen.queryByRole("link", { name: "Add webhook" })).not.toBeInTheDocument();
  app.unmount();

  renderApp(address());

  expect(await screen.findByRole("heading", { name: "Not for your role" })).toBeVisible();
});

test("whoever is not connected yet is told so, gently", async () => {
  const backend = anEditorBackend();
  backend.connection = undefined;
  renderApp(address());

  expect(await screen.findByText("Connect your iMIS first")).toBeVisible();
  expect(screen.getByRole("link", { name: "Connect iMIS" })).toHaveAttribute(
    "href",
    paths.connection(organizationId),
  );
});

test("credentials that iMIS refuses are told on every page", async () => {
  const backend = anEditorBackend();
  backend.connection = aConnection({ credentialsFailingSince: "2026-11-23T15:04:05Z" });
  renderApp(paths.deliveries(organizationId));

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("iMIS refuses the user name or password of the connection");
  expect(alert).toHaveTextContent("Nov 23, 10:04");
  expect(within(alert).getByRole("link", { name: "Mend the connection" })).toHaveAttribute(
    "href",
    paths.connection(organizationId),
  );
});
